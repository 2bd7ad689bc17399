package org.shopscore.aggregator.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shopscore.aggregator.policy.Bonus;
import org.shopscore.aggregator.policy.Bonus.Condition.RatioAtLeast;
import org.shopscore.aggregator.policy.Bonus.Condition.ShopFlag;
import org.shopscore.aggregator.score.window.Stretch;
import org.shopscore.aggregator.score.window.WindowSums;

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

    /** Those that any sums of the stretch can earn, and maybe some that none can. */
    List<Bonus> possible(Stretch stretch, Set<String> shopFlags) {
        return all.stream()
                .filter(bonus -> isPossible(bonus, stretch, shopFlags))
                .toList();
    }

    private static boolean isPossible(Bonus bonus, Stretch stretch, Set<String> shopFlags) {
        return switch (bonus.when()) {
            case ShopFlag(String flag) -> shopFlags.contains(flag);
            case RatioAtLeast ratio -> isPossible(ratio, stretch.first(), stretch.last());
        };
    }

    /** Both what makes a sample and what makes it enough hold up to some step or from some step on. */
    private static boolean isPossible(RatioAtLeast ratio, WindowSums first, WindowSums last) {
        return (first.sum(ratio.denominator()) > 0 || last.sum(ratio.denominator()) > 0)
                && (reaches(ratio, first) || reaches(ratio, last));
    }

    private static boolean reaches(RatioAtLeast ratio, WindowSums sums) {
        return reaches(sums.sum(ratio.numerator()), sums.sum(ratio.denominator()), ratio.bound());
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
        return denominator > 0 && reaches(numerator, denominator, bound);
    }

    private static boolean reaches(long numerator, long denominator, BigDecimal bound) {
        return BigDecimal.valueOf(numerator).compareTo(bound.multiply(BigDecimal.valueOf(denominator))) >= 0;
    }
}
