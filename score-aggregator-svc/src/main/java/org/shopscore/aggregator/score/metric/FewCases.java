package org.shopscore.aggregator.score.metric;

import org.shopscore.aggregator.policy.Fallback;
import org.shopscore.aggregator.policy.Stages;
import org.shopscore.aggregator.policy.metric.Metric;
import org.shopscore.aggregator.policy.metric.Ratio;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.score.window.Stretch;
import org.shopscore.aggregator.score.window.WindowSums;

/** When a metric gets fixed points instead of its own (rules.md 5.6, {@code fallback: "fixed"}). */
record FewCases(Fallback.Fixed rule, Stages stages, Metric metric) {

    boolean hold(WindowSums sums, ShopProfile profile) {
        return rule.sampleOf(metric.id())
                .map(most -> sums.sum(metric.ratio().denominator()) <= most)
                .orElseGet(() -> hasFewOrders(sums, profile) && hasFewBad(sums));
    }

    /** Whether they hold for none of the stretch. They may hold between two ends of which each has but one of both. */
    boolean neverHold(Stretch stretch, ShopProfile profile) {
        WindowSums first = stretch.first();
        WindowSums last = stretch.last();
        if (rule.sampleOf(metric.id()).isPresent()) {
            return !hold(first, profile) && !hold(last, profile);
        }
        boolean mayHaveFewOrders = hasFewOrders(first, profile) || hasFewOrders(last, profile);
        boolean mayHaveFewBad = hasFewBad(first) || hasFewBad(last);
        return !mayHaveFewOrders || !mayHaveFewBad;
    }

    private boolean hasFewOrders(WindowSums sums, ShopProfile profile) {
        return sums.sum(stages.validPaidOrdersMeasure()) < orders(profile);
    }

    private boolean hasFewBad(WindowSums sums) {
        return bad(sums) <= rule.badAtMost();
    }

    private long orders(ShopProfile profile) {
        boolean isSlow =
                profile.kind().filter(ShopProfile.Kind.FLAGSHIP::equals).isPresent()
                        || profile.category()
                                .filter(rule.orders().slowCategories()::contains)
                                .isPresent();
        return isSlow ? rule.orders().slow() : rule.orders().usual();
    }

    private long bad(WindowSums sums) {
        String named = rule.badMeasures().get(metric.id());
        if (named != null) {
            return sums.sum(named);
        }
        Ratio ratio = metric.ratio();
        long numerator = sums.sum(ratio.numerator());
        return metric.isHigherBetter() ? Math.subtractExact(sums.sum(ratio.denominator()), numerator) : numerator;
    }
}
