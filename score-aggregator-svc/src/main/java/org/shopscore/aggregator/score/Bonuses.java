package org.shopscore.aggregator.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shopscore.aggregator.policy.Bonus;
import org.shopscore.aggregator.policy.Bonus.Condition.RatioAtLeast;
import org.shopscore.aggregator.policy.Bonus.Condition.ShopFlag;

/** Which bonuses a shop has earned, and what they add (rules.md 5.7). */
record Bonuses(List<Bonus> all) {

    List<Bonus> earned(WindowSums sums, Set<String> shopFlags) {
        var earned = new ArrayList<Bonus>(all.size());
        for (Bonus bonus : all) {
            if (isEarned(bonus, sums, shopFlags)) {
                earned.add(bonus);
            }
        }
        return earned;
    }

    /** @param dimension empty for the total */
    static BigDecimal sum(List<Bonus> earned, Optional<String> dimension) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Bonus bonus : earned) {
            if (bonus.dimension().equals(dimension)) {
                sum = sum.add(bonus.points());
            }
        }
        return sum;
    }

    private static boolean isEarned(Bonus bonus, WindowSums sums, Set<String> shopFlags) {
        return switch (bonus.when()) {
            case ShopFlag(String flag) -> shopFlags.contains(flag);
            case RatioAtLeast(String numerator, String denominator, BigDecimal bound) ->
                isAtLeast(sums.sum(numerator), sums.sum(denominator), bound);
        };
    }

    private static boolean isAtLeast(long numerator, long denominator, BigDecimal bound) {
        return denominator > 0
                && BigDecimal.valueOf(numerator).compareTo(bound.multiply(BigDecimal.valueOf(denominator))) >= 0;
    }
}
