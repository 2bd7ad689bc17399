package org.shopscore.aggregator.explanation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.shopscore.aggregator.benchmark.Benchmark;
import org.shopscore.aggregator.benchmark.Placing;
import org.shopscore.aggregator.explanation.Explanation.Hidden;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.metric.Metric;
import org.shopscore.aggregator.score.metric.Fraction;
import org.shopscore.aggregator.score.metric.MetricScore;

/**
 * The shops that a shop is compared with: the FORMAL ones of its category on an official day.
 *
 * @param scoredBy  what they got their points by
 * @param bySubject total, or a metric; without an entry no shop had a case of it
 */
record Peers(String category, LocalDate statDate, Policy scoredBy, Map<String, Benchmark> bySubject) {

    /** @param policy that the metric was scored by */
    Explanation.Peer of(Policy policy, Metric metric, MetricScore scored) {
        Benchmark benchmark = benchmark(metric.id());
        if (!policy.metricsAlsoIn(scoredBy).contains(metric.id())) {
            return hidden(benchmark, Hidden.OTHER_POLICY);
        }
        boolean isScoredAlike = policy.scoresLike(scoredBy, metric);
        Optional<BigDecimal> points = Optional.of(scored.points()).filter(_ -> isScoredAlike && !scored.noData());
        return compared(benchmark, benchmark.average(metric.ratio()), scored.raw(), points);
    }

    Explanation.Peer ofTotal(Policy policy, BigDecimal published) {
        Benchmark benchmark = benchmark(Placing.TOTAL);
        return policy.reference().equals(scoredBy.reference())
                ? compared(benchmark, benchmark.average(), Optional.of(Fraction.of(published)), Optional.of(published))
                : hidden(benchmark, Hidden.OTHER_POLICY);
    }

    private Explanation.Peer compared(
            Benchmark benchmark, Optional<Fraction> average, Optional<Fraction> own, Optional<BigDecimal> points) {
        if (benchmark.isHidden()) {
            return hidden(benchmark, Hidden.FEWER_THAN_20_SHOPS);
        }
        return new Explanation.Peer(
                category,
                statDate,
                benchmark.points().shops(),
                average.map(ExplanationFigures::ratio),
                average.flatMap(value -> own.map(raw -> raw.minus(value))).map(ExplanationFigures::ratio),
                points.map(benchmark.points()::percentBelow).map(BigDecimal::toPlainString),
                Optional.empty());
    }

    private Explanation.Peer hidden(Benchmark benchmark, Hidden why) {
        return new Explanation.Peer(
                category,
                statDate,
                benchmark.points().shops(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(why));
    }

    private Benchmark benchmark(String subject) {
        return bySubject.getOrDefault(subject, new Benchmark());
    }
}
