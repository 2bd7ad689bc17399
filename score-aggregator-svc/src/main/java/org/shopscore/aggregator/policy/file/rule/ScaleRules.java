package org.shopscore.aggregator.policy.file.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every figure in points lies on the scale, and levels cover it. */
final class ScaleRules {

    /** The compact binary form says a published score in two bytes of hundredths. */
    private static final BigDecimal HIGHEST = new BigDecimal(655);

    static Stream<Fault> scaleHasARange(Part root) {
        Part max = root.at("scale").at("max");
        Stream<Fault> tooHigh = max.decimal().stream()
                .filter(top -> top.compareTo(HIGHEST) > 0)
                .map(top -> max.fault("must be at most %s, was %s".formatted(HIGHEST, top.toPlainString())));
        return Stream.concat(
                against(
                        max,
                        root.at("scale").at("min"),
                        (top, bottom) -> top.compareTo(bottom) > 0,
                        "must be above min"),
                tooHigh);
    }

    static Stream<Fault> pointsLieOnTheScale(Part root) {
        Part min = root.at("scale").at("min");
        Part max = root.at("scale").at("max");
        return points(root)
                .flatMap(points -> Stream.concat(
                        against(points, min, (p, bottom) -> p.compareTo(bottom) >= 0, "must lie on the scale from"),
                        against(points, max, (p, top) -> p.compareTo(top) <= 0, "must lie on the scale up to")));
    }

    private static Stream<Part> points(Part root) {
        Stream<Part> ofKnots = root.at("metrics").items().stream()
                .flatMap(metric -> metric.at("knots").items().stream())
                .filter(knot -> knot.items().size() == 2)
                .map(knot -> knot.items().getLast());
        Stream<Part> ofLevels = root.at("levels").items().stream().map(level -> level.at("min"));
        Part stages = root.at("stages");
        return Stream.of(
                        ofKnots,
                        ofLevels,
                        EntitlementRules.thresholds(root),
                        Stream.of(
                                stages.at("growthScore"),
                                stages.at("growthScoreReduced"),
                                stages.at("growthReducedBelow")))
                .flatMap(parts -> parts);
    }

    static Stream<Fault> aReducedGrowthScoreIsNotHigher(Part root) {
        Part reduced = root.at("stages").at("growthScoreReduced");
        Part whole = root.at("stages").at("growthScore");
        return against(reduced, whole, (less, more) -> less.compareTo(more) <= 0, "must not be above growthScore");
    }

    static Stream<Fault> levelsAscendFromTheScale(Part root) {
        List<Part> levels = root.at("levels").items();
        Stream<Fault> first = levels.stream()
                .limit(1)
                .flatMap(level -> against(
                        level.at("min"),
                        root.at("scale").at("min"),
                        (lowest, bottom) -> lowest.compareTo(bottom) == 0,
                        "of the first level must be the scale's min"));
        Stream<Fault> steps = IntStream.range(1, levels.size())
                .boxed()
                .flatMap(i -> against(
                        levels.get(i).at("min"),
                        levels.get(i - 1).at("min"),
                        (here, before) -> here.compareTo(before) > 0,
                        "must be above that of the level before,"));
        return Stream.concat(first, steps);
    }

    private static Stream<Fault> against(
            Part part, Part bound, BiPredicate<BigDecimal, BigDecimal> holds, String rule) {
        return part.decimal().stream()
                .flatMap(given -> bound.decimal().stream()
                        .filter(limit -> !holds.test(given, limit))
                        .map(limit -> part.fault(
                                "%s %s, was %s".formatted(rule, limit.toPlainString(), given.toPlainString()))));
    }

    private ScaleRules() {}
}
