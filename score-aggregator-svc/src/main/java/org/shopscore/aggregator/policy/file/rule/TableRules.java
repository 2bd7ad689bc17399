package org.shopscore.aggregator.policy.file.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tables can be read in one way only. */
final class TableRules {

    static Stream<Fault> divisorsArePositive(Part root) {
        return Stream.of("metrics", "diagnostics")
                .flatMap(list -> root.at(list).items().stream())
                .map(part -> part.at("divideBy"))
                .filter(part -> part.decimal().filter(by -> by.signum() <= 0).isPresent())
                .map(part -> part.fault("must be above 0, was " + part.node()));
    }

    static Stream<Fault> knotsAscend(Part root) {
        return metrics(root)
                .flatMap(metric ->
                        steps(metric, TableRules::value, step -> step <= 0, "values of the knots of %s must ascend"));
    }

    static Stream<Fault> pointsFollowTheDirection(Part root) {
        return metrics(root).flatMap(metric -> switch (metric.at("better")
                .text()
                .orElse("")) {
            case "higher" ->
                steps(
                        metric,
                        TableRules::points,
                        step -> step < 0,
                        "points of %s, where higher is better, must not fall");
            case "lower" ->
                steps(
                        metric,
                        TableRules::points,
                        step -> step > 0,
                        "points of %s, where lower is better, must not rise");
            default -> Stream.of();
        });
    }

    private static Stream<Part> metrics(Part root) {
        return root.at("metrics").items().stream();
    }

    /** A fault at each knot whose step from the one before is bad. */
    private static Stream<Fault> steps(
            Part metric, Function<Part, Optional<BigDecimal>> side, Predicate<Integer> bad, String rule) {
        List<Part> knots = metric.at("knots").items();
        String id = metric.at("id").text().orElse("a metric");
        return IntStream.range(1, knots.size())
                .boxed()
                .flatMap(i -> side.apply(knots.get(i)).stream()
                        .flatMap(here -> side.apply(knots.get(i - 1)).stream()
                                .filter(before -> bad.test(here.compareTo(before)))
                                .map(before -> knots.get(i)
                                        .fault(rule.formatted(id) + ", was " + here.toPlainString() + " after "
                                                + before.toPlainString()))));
    }

    private static Optional<BigDecimal> value(Part knot) {
        return pair(knot).flatMap(pair -> pair.getFirst().decimal());
    }

    private static Optional<BigDecimal> points(Part knot) {
        return pair(knot).flatMap(pair -> pair.getLast().decimal());
    }

    private static Optional<List<Part>> pair(Part knot) {
        return Optional.of(knot.items()).filter(pair -> pair.size() == 2);
    }

    private TableRules() {}
}
