package org.shopscore.aggregator.policy;

import java.math.BigDecimal;
import java.util.List;

/** Verdicts that cost points on the total, each the same and together at most the cap (rules.md 5.7). */
public record DeductionGroup(String id, BigDecimal each, BigDecimal cap, List<String> measures) {

    public DeductionGroup {
        measures = List.copyOf(measures);
    }
}
