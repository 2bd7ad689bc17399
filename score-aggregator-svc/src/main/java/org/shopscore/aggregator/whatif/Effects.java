package org.shopscore.aggregator.whatif;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.shopscore.aggregator.policy.Metric;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.Ratio;
import org.shopscore.aggregator.score.WindowSums;
import org.shopscore.aggregator.whatif.Effect.Kind;
import org.shopscore.metric.Measures;

/** The kinds of facts behind a policy's metrics, in amounts. */
final class Effects {

    /** What one fact adds to the numerator when it is worst and when it is best; the denominator grows by one. */
    private record Range(long worst, long best) {}

    private static final Range POINTS = new Range(1, 5);

    /** Means over facts whose points are bounded by the definition of the measure (measures.md); of others no fact is known. */
    private static final Map<String, Range> MEANS = Map.of(
            Measures.REVIEW_STARS, POINTS,
            Measures.SURVEY_TIMELINESS_POINTS, POINTS,
            Measures.SURVEY_ATTITUDE_POINTS, POINTS,
            Measures.SURVEY_COMPENSATION_POINTS, POINTS);

    static List<Effect> of(Policy policy) {
        return policy.metrics().stream().flatMap(Effects::of).toList();
    }

    private static Stream<Effect> of(Metric metric) {
        return range(metric).stream().flatMap(range -> of(metric, range));
    }

    private static Stream<Effect> of(Metric metric, Range range) {
        String numerator = metric.ratio().numerator();
        String denominator = metric.ratio().denominator();
        return Stream.of(
                new Effect(
                        metric.id(),
                        Kind.MORE_GOOD,
                        Map.of(numerator, range.best(), denominator, 1L),
                        Effect.Most.UNBOUNDED),
                new Effect(
                        metric.id(),
                        Kind.MORE_BAD,
                        Map.of(numerator, range.worst(), denominator, 1L),
                        Effect.Most.UNBOUNDED),
                new Effect(
                        metric.id(),
                        Kind.BAD_TURNED_GOOD,
                        Map.of(numerator, range.best() - range.worst()),
                        sums -> bad(metric, range, sums)));
    }

    private static Optional<Range> range(Metric metric) {
        return switch (metric.ratio().kind()) {
            case MEAN -> Optional.ofNullable(MEANS.get(metric.ratio().numerator()));
            case PERCENT -> Optional.of(metric.isHigherBetter() ? new Range(0, 1) : new Range(1, 0));
        };
    }

    /** How many facts of the window can have been worst. */
    private static OptionalLong bad(Metric metric, Range range, WindowSums sums) {
        Ratio ratio = metric.ratio();
        long best = Math.multiplyExact(range.best(), sums.sum(ratio.denominator()));
        return OptionalLong.of(Math.max(0, (best - sums.sum(ratio.numerator())) / (range.best() - range.worst())));
    }

    private Effects() {}
}
