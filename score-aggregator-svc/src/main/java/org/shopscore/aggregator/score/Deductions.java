package org.shopscore.aggregator.score;

import java.math.BigDecimal;
import java.util.List;
import org.shopscore.aggregator.policy.DeductionGroup;
import org.shopscore.aggregator.score.window.WindowSums;

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
        for (DeductionGroup group : groups) {
            for (String measure : group.measures()) {
                if (sums.sum(measure) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static BigDecimal of(DeductionGroup group, WindowSums sums) {
        BigDecimal verdicts = BigDecimal.ZERO;
        for (String measure : group.measures()) {
            long sum = sums.sum(measure);
            // An appeal that arrives before its verdict must not pay for another one.
            if (sum > 0) {
                verdicts = verdicts.add(BigDecimal.valueOf(sum));
            }
        }
        return verdicts.signum() == 0
                ? BigDecimal.ZERO
                : verdicts.multiply(group.each()).min(group.cap());
    }
}
