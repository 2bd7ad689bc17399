package org.shopscore.aggregator.benchmark.kept;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.aggregator.benchmark.Benchmark;
import org.shopscore.aggregator.benchmark.Placing;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.metric.Metric;
import org.shopscore.aggregator.score.metric.Fraction;

/** How the FORMAL shops of a category, and of those below it, did on a day. Figures are decimal strings. */
record BenchmarkAnswer(String categoryId, LocalDate statDate, String policyVersion, List<Line> benchmarks) {

    /** Why a benchmark is not shown. */
    @Schema(name = "BenchmarkHidden")
    enum Hidden {
        FEWER_THAN_20_SHOPS
    }

    /**
     * @param subject total, or a metric
     * @param shops   that had a case of it
     * @param average 6 decimals: of a metric the sum of numerators over the sum of denominators in the metric's unit, of the total the
     *                mean of the published scores
     * @param points  the nearest-rank percentiles of the shops' points, p10 to p90; of metrics HALF_UP to 2 decimals
     * @param hidden  why average and points are absent
     */
    @Schema(name = "BenchmarkLine")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Line(
            String subject,
            int shops,
            Optional<String> average,
            Optional<Map<String, String>> points,
            Optional<Hidden> hidden) {}

    private static final List<Integer> PERCENTS = List.of(10, 25, 50, 75, 90);
    private static final int RATIO_DECIMALS = 6;

    static BenchmarkAnswer of(String category, LocalDate statDate, Policy policy, Map<String, Benchmark> found) {
        var total = found.getOrDefault(Placing.TOTAL, new Benchmark());
        return new BenchmarkAnswer(
                category,
                statDate,
                policy.reference(),
                Stream.concat(
                                Stream.of(line(Placing.TOTAL, total, total.average())),
                                policy.metrics().stream().map(metric -> line(metric, found)))
                        .toList());
    }

    private static Line line(Metric metric, Map<String, Benchmark> found) {
        var benchmark = found.getOrDefault(metric.id(), new Benchmark());
        return line(metric.id(), benchmark, benchmark.average(metric.ratio()));
    }

    private static Line line(String subject, Benchmark benchmark, Optional<Fraction> average) {
        return new Line(
                subject,
                benchmark.points().shops(),
                average.map(value -> value.rounded(RATIO_DECIMALS).toPlainString()),
                benchmark.isHidden() ? Optional.empty() : Optional.of(points(benchmark)),
                benchmark.isHidden() ? Optional.of(Hidden.FEWER_THAN_20_SHOPS) : Optional.empty());
    }

    private static Map<String, String> points(Benchmark benchmark) {
        var points = new LinkedHashMap<String, String>();
        PERCENTS.forEach(percent -> {
            BigDecimal at = benchmark.points().percentile(percent);
            points.put("p" + percent, at.setScale(2, RoundingMode.UNNECESSARY).toPlainString());
        });
        return points;
    }
}
