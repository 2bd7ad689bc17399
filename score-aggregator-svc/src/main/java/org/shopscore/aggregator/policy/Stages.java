package org.shopscore.aggregator.policy;

import java.math.BigDecimal;

/**
 * When a shop is too young for a computed score, and what it gets instead (rules.md 5.4).
 *
 * @param growthBelow   valid paid orders from which the score is computed
 * @param newShopDays   for so many days after its opening a shop is new, and needs no order to have a score
 * @param growthReduced the score of a growing shop with any bad behaviour, or with a metric below the bar
 * @param growthBar     in points
 */
public record Stages(
        String validPaidOrdersMeasure,
        long growthBelow,
        BigDecimal growthScore,
        BigDecimal growthReduced,
        BigDecimal growthBar,
        int newShopDays) {}
