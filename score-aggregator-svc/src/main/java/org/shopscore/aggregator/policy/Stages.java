package org.shopscore.aggregator.policy;

import java.math.BigDecimal;
import java.util.List;

/**
 * When a shop is too young for a computed score and what it gets instead, and when its score is withheld (rules.md 5.4).
 *
 * @param growthBelow   valid paid orders from which the score is computed
 * @param newShopDays   for so many days after its opening a shop is new, and needs no order to have a score
 * @param growthReduced the score of a growing shop with any bad behaviour, or with a metric below the bar
 * @param growthBar     in points
 * @param withheldBy    measures of the verdicts of manipulation: more than 0 of any in the window, and there is no score
 */
public record Stages(
        String validPaidOrdersMeasure,
        long growthBelow,
        BigDecimal growthScore,
        BigDecimal growthReduced,
        BigDecimal growthBar,
        int newShopDays,
        List<String> withheldBy) {

    public Stages {
        withheldBy = List.copyOf(withheldBy);
    }
}
