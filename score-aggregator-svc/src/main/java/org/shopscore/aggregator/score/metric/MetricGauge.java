package org.shopscore.aggregator.score.metric;

import java.math.BigDecimal;
import java.util.Optional;
import org.shopscore.aggregator.policy.CategoryWeights;
import org.shopscore.aggregator.policy.Fallback;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.Stages;
import org.shopscore.aggregator.policy.metric.Metric;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.score.window.Stretch;
import org.shopscore.aggregator.score.window.WindowSums;

/** One metric of the policy, prepared for scoring many shops. */
public final class MetricGauge {

    private static final BigDecimal NOT_PADDED = BigDecimal.valueOf(0, 4);
    private static final BigDecimal ALL_PADDED = BigDecimal.valueOf(1_0000, 4);

    /** How much of what is used a shop has itself, where the rest is padding. */
    private enum Sample {
        NONE,
        SMALL,
        WHOLE;

        static Sample of(long n, long nMin) {
            if (n <= 0) {
                return NONE;
            }
            return n < nMin ? SMALL : WHOLE;
        }
    }

    private final Metric metric;
    private final BigDecimal weight;
    private final Gauge gauge;
    private final Curve curve;
    private final Fraction defaultPrior;
    private final Fallback fallback;
    private final Stages stages;

    public MetricGauge(Metric metric, Policy policy) {
        this.metric = metric;
        this.weight = metric.weight();
        this.gauge = new Gauge(metric.ratio());
        this.curve = new Curve(metric.knots());
        this.defaultPrior = Fraction.of(metric.defaultPrior());
        this.fallback = policy.fallback();
        this.stages = policy.stages();
    }

    private MetricGauge(MetricGauge like, BigDecimal weight) {
        this.metric = like.metric;
        this.weight = weight;
        this.gauge = like.gauge;
        this.curve = like.curve;
        this.defaultPrior = like.defaultPrior;
        this.fallback = like.fallback;
        this.stages = like.stages;
    }

    /** The same points for the same sums, of the category's weight. */
    public MetricGauge weighing(CategoryWeights weights) {
        return new MetricGauge(this, weights.of(metric));
    }

    public MetricScore score(WindowSums sums, Priors priors, ShopProfile profile) {
        return switch (fallback) {
            case Fallback.PadToCategoryAverage _ -> padded(sums, priors);
            case Fallback.Fixed fixed -> fixed(fixed, sums, profile);
        };
    }

    /** Fixed points are shown as the value that earns them. */
    private MetricScore fixed(Fallback.Fixed fixed, WindowSums sums, ShopProfile profile) {
        long n = gauge.n(sums);
        Optional<Fraction> raw = gauge.raw(n, sums);
        return raw.isEmpty() || new FewCases(fixed, stages, metric).hold(sums, profile)
                ? scored(n, raw, curve.valueOf(fixed.points()), ALL_PADDED)
                : scored(n, raw, raw.get(), NOT_PADDED);
    }

    private MetricScore padded(WindowSums sums, Priors priors) {
        long n = gauge.n(sums);
        Optional<Fraction> raw = gauge.raw(n, sums);
        if (n >= metric.nMin()) {
            return scored(n, raw, raw.orElseThrow(), NOT_PADDED);
        }
        Fraction prior = priors.of(metric.id()).map(gauge::inUnit).orElse(defaultPrior);
        if (raw.isEmpty()) {
            return scored(n, raw, prior, ALL_PADDED);
        }
        BigDecimal padding = Fraction.of(metric.nMin() - n, metric.nMin()).rounded(4);
        return scored(n, raw, gauge.padded(sums, metric.nMin(), prior), padding);
    }

    private MetricScore scored(long n, Optional<Fraction> raw, Fraction used, BigDecimal padding) {
        return new MetricScore(metric.id(), metric.dimension(), n, raw, used, padding, curve.points(used), weight);
    }

    /**
     * No sums of the stretch earn more points: where all of them use the same kind of value, it goes one way, and its points do. Of
     * several kinds nothing is known but that no value earns more than the highest points.
     */
    public MetricScore best(Stretch stretch, Priors priors, ShopProfile profile) {
        MetricScore first = score(stretch.first(), priors, profile);
        MetricScore last = score(stretch.last(), priors, profile);
        boolean isOneKind = switch (fallback) {
            case Fallback.PadToCategoryAverage _ ->
                Sample.of(first.n(), metric.nMin()) == Sample.of(last.n(), metric.nMin());
            case Fallback.Fixed fixed -> isOneKind(new FewCases(fixed, stages, metric), stretch, profile);
        };
        if (!isOneKind) {
            return first.earning(curve.highest());
        }
        return first.points().compareTo(last.points()) < 0 ? last : first;
    }

    private boolean isOneKind(FewCases few, Stretch stretch, ShopProfile profile) {
        boolean isFirstKnown = gauge.n(stretch.first()) > 0;
        boolean isLastKnown = gauge.n(stretch.last()) > 0;
        return (!isFirstKnown && !isLastKnown)
                || (few.hold(stretch.first(), profile) && few.hold(stretch.last(), profile))
                || (isFirstKnown && isLastKnown && few.neverHold(stretch, profile));
    }

    /** Whether a sample that is large enough is worth less than {@code bar}; compared without rounding. */
    public boolean isKnownBelow(Fraction bar, WindowSums sums) {
        long n = gauge.n(sums);
        return n >= metric.nMin()
                && curve.exact(gauge.raw(n, sums).orElseThrow()).compareTo(bar) < 0;
    }
}
