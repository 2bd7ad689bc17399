package org.shopscore.aggregator.whatif.ways;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.shopscore.aggregator.policy.Bonus;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.metric.Maturity;
import org.shopscore.aggregator.policy.metric.Metric;
import org.shopscore.aggregator.policy.metric.Ratio;
import org.shopscore.aggregator.whatif.ways.Effect.Kind;
import org.shopscore.metric.Measures;

/** The kinds of facts behind a policy's metrics and bonuses, in amounts. */
public final class Effects {

    /** What one fact adds to the numerator when it is worst and when it is best; the denominator grows by one. */
    private record Range(long worst, long best) {}

    private static final Range POINTS = new Range(1, 5);
    private static final Range COUNTS = new Range(0, 1);
    private static final Range COUNTS_AGAINST = new Range(1, 0);

    /** Means over facts whose points are bounded by the definition of the measure (measures.md); of others no fact is known. */
    private static final Map<String, Range> MEANS = Map.of(
            Measures.REVIEW_STARS, POINTS,
            Measures.SURVEY_TIMELINESS_POINTS, POINTS,
            Measures.SURVEY_ATTITUDE_POINTS, POINTS,
            Measures.SURVEY_COMPENSATION_POINTS, POINTS);

    public static List<Effect> of(Policy policy) {
        return policy.metrics().stream().flatMap(Effects::of).toList();
    }

    private static Stream<Effect> of(Metric metric) {
        Ratio ratio = metric.ratio();
        return range(metric).stream().flatMap(range -> of(metric.id(), range, ratio.numerator(), ratio.denominator()));
    }

    /** Of one that a ratio earns; a flag of the shop is no fact. */
    public static Stream<Effect> ofBonus(Bonus bonus) {
        return switch (bonus.when()) {
            case Bonus.Condition.ShopFlag _ -> Stream.empty();
            case Bonus.Condition.RatioAtLeast(String numerator, String denominator, BigDecimal bound) ->
                range(numerator, bound).stream().flatMap(range -> of(bonus.code(), range, numerator, denominator));
        };
    }

    /** More than one a fact is no share. */
    private static Optional<Range> range(String numerator, BigDecimal bound) {
        return Optional.ofNullable(MEANS.get(numerator))
                .or(() -> Optional.of(COUNTS).filter(_ -> bound.compareTo(BigDecimal.ONE) <= 0));
    }

    /**
     * No fact moves a measure over itself.
     *
     * @param numerator a measure or what has matured of one, as the denominator
     */
    private static Stream<Effect> of(String id, Range range, String numerator, String denominator) {
        if (numerator.equals(denominator)) {
            return Stream.empty();
        }
        String upper = Maturity.measureOf(numerator);
        String lower = Maturity.measureOf(denominator);
        int days = Maturity.named(denominator).map(Maturity::days).orElse(0);
        return Stream.of(
                new Effect(id, Kind.MORE_GOOD, Map.of(upper, range.best(), lower, 1L), Effect.Most.UNBOUNDED, days),
                new Effect(id, Kind.MORE_BAD, Map.of(upper, range.worst(), lower, 1L), Effect.Most.UNBOUNDED, days),
                new Effect(
                        id,
                        Kind.BAD_TURNED_GOOD,
                        Map.of(upper, range.best() - range.worst()),
                        sums -> bad(range, sums.sum(numerator), sums.sum(denominator)),
                        0));
    }

    private static Optional<Range> range(Metric metric) {
        return switch (metric.ratio().kind()) {
            case MEAN ->
                Optional.ofNullable(MEANS.get(metric.ratio().ofMeasures().numerator()));
            case PERCENT -> Optional.of(metric.isHigherBetter() ? COUNTS : COUNTS_AGAINST);
        };
    }

    /** How many facts of the window can have been worst. */
    private static OptionalLong bad(Range range, long numerator, long denominator) {
        long best = Math.multiplyExact(range.best(), denominator);
        return OptionalLong.of(Math.max(0, (best - numerator) / (range.best() - range.worst())));
    }

    private Effects() {}
}
