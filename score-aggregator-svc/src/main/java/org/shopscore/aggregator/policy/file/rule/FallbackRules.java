package org.shopscore.aggregator.policy.file.rule;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shopscore.metric.Measures;

/** Fixed points can be told for every metric, and shown as a value of it. */
final class FallbackRules {

    static Stream<Fault> fixedPointsNameMetricsAndMeasures(Part root) {
        Part fallback = root.at("fallback");
        Set<String> metrics = root.at("metrics").items().stream()
                .flatMap(metric -> metric.at("id").text().stream())
                .collect(Collectors.toSet());
        Stream<Fault> unknownMetrics = Stream.of("samplesAtMost", "badMeasures")
                .flatMap(list -> fallback.at(list).members().stream())
                .filter(named -> !metrics.contains(named.name()))
                .map(named -> fallback.at("kind").fault("must name metrics of the policy, names " + named.name()));
        Stream<Fault> unknownMeasures = fallback.at("badMeasures").members().stream()
                .filter(named -> named.text()
                        .filter(measure -> !Measures.names().contains(measure))
                        .isPresent())
                .map(named -> named.fault(
                        "must name a known measure, was " + named.text().orElseThrow()));
        return Stream.concat(unknownMetrics, unknownMeasures);
    }

    static Stream<Fault> badCasesOfMeansAreCounted(Part root) {
        Part fallback = root.at("fallback");
        return isFixed(fallback)
                ? root.at("metrics").items().stream()
                        .filter(metric ->
                                metric.at("kind").text().filter("mean"::equals).isPresent())
                        .flatMap(metric -> metric.at("id").text().stream())
                        .filter(id -> Stream.of("samplesAtMost", "badMeasures")
                                .allMatch(
                                        list -> fallback.at(list).at(id).node().isMissingNode()))
                        .map(
                                id -> fallback.at("kind")
                                        .fault(
                                                "fixed needs a measure of the bad cases of " + id
                                                        + " in badMeasures, or its sample in samplesAtMost: a mean has none of its own"))
                : Stream.of();
    }

    static Stream<Fault> fixedPointsLieInEveryTable(Part root) {
        Part points = root.at("fallback").at("points");
        return points.decimal().stream()
                .flatMap(fixed -> root.at("metrics").items().stream()
                        .filter(metric -> {
                            var lowest = bound(metric, BigDecimal::min);
                            var highest = bound(metric, BigDecimal::max);
                            return lowest.isPresent()
                                    && (fixed.compareTo(lowest.get()) < 0
                                            || fixed.compareTo(highest.orElseThrow()) > 0);
                        })
                        .map(metric -> points.fault("must be points that the knots of "
                                + metric.at("id").text().orElse("a metric") + " can give, was "
                                + fixed.toPlainString())));
    }

    static Stream<Fault> slowShopsNeedNoMoreOrders(Part root) {
        Part slow = root.at("fallback").at("slowOrdersBelow");
        Part usual = root.at("fallback").at("ordersBelow");
        return slow.node().isIntegralNumber()
                        && usual.node().isIntegralNumber()
                        && slow.node().longValue() > usual.node().longValue()
                ? Stream.of(slow.fault("must not be above ordersBelow " + usual.node() + ", was " + slow.node()))
                : Stream.of();
    }

    private static Optional<BigDecimal> bound(Part metric, BinaryOperator<BigDecimal> of) {
        return metric.at("knots").items().stream()
                .filter(knot -> knot.items().size() == 2)
                .flatMap(knot -> knot.items().getLast().decimal().stream())
                .reduce(of);
    }

    private static boolean isFixed(Part fallback) {
        return fallback.at("kind").text().filter("fixed"::equals).isPresent();
    }

    private FallbackRules() {}
}
