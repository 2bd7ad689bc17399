package org.shopscore.aggregator.explanation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.shopscore.aggregator.benchmark.Benchmark;
import org.shopscore.aggregator.benchmark.Placing;
import org.shopscore.aggregator.policy.Ratio;
import org.shopscore.aggregator.score.Fraction;
import org.shopscore.aggregator.score.MetricScore;

/**
 * The shops that a shop is compared with: the FORMAL ones of its category on an official day.
 *
 * @param bySubject total, or a metric; without an entry no shop had a case of it
 */
record Peers(String category, LocalDate statDate, Map<String, Benchmark> bySubject) {

    Explanation.Peer of(MetricScore metric, Ratio ratio) {
        Benchmark benchmark = benchmark(metric.id());
        Optional<BigDecimal> points = Optional.of(metric.points()).filter(_ -> !metric.noData());
        return compared(benchmark, benchmark.average(ratio), metric.raw(), points);
    }

    Explanation.Peer ofTotal(BigDecimal published) {
        Benchmark benchmark = benchmark(Placing.TOTAL);
        return compared(benchmark, benchmark.average(), Optional.of(Fraction.of(published)), Optional.of(published));
    }

    private Explanation.Peer compared(
            Benchmark benchmark, Optional<Fraction> average, Optional<Fraction> own, Optional<BigDecimal> points) {
        return new Explanation.Peer(
                category,
                statDate,
                benchmark.points().shops(),
                average.map(ExplanationFigures::ratio),
                average.flatMap(value -> own.map(raw -> raw.minus(value))).map(ExplanationFigures::ratio),
                points.filter(_ -> !benchmark.isHidden())
                        .map(benchmark.points()::percentBelow)
                        .map(BigDecimal::toPlainString),
                benchmark.isHidden() ? Optional.of(Explanation.Hidden.FEWER_THAN_20_SHOPS) : Optional.empty());
    }

    private Benchmark benchmark(String subject) {
        return bySubject.getOrDefault(subject, new Benchmark());
    }
}
