package org.shopscore.aggregator.score;

import java.math.BigDecimal;
import java.util.List;
import org.shopscore.aggregator.policy.DeductionGroup;

/** What the verdicts of a window cost (rules.md 5.7). */
record Deductions(List<DeductionGroup> groups) {

    BigDecimal of(WindowSums sums) {
        BigDecimal total = BigDecimal.valueOf(0, 4);
        for (DeductionGroup group : groups) {
            total = total.add(of(group, sums));
        }
        return total;
    }

    boolean isAny(WindowSums sums) {
        return groups.stream().flatMap(group -> group.measures().stream()).anyMatch(measure -> sums.sum(measure) > 0);
    }

    private static BigDecimal of(DeductionGroup group, WindowSums sums) {
        BigDecimal verdicts = BigDecimal.ZERO;
        for (String measure : group.measures()) {
            // An appeal that arrives before its verdict must not pay for another one.
            verdicts = verdicts.add(BigDecimal.valueOf(Math.max(0, sums.sum(measure))));
        }
        return verdicts.signum() == 0
                ? BigDecimal.ZERO
                : verdicts.multiply(group.each()).min(group.cap());
    }
}
