package org.shopscore.aggregator.explanation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shopscore.aggregator.explanation.Breakdown.Part;
import org.shopscore.aggregator.policy.Metric;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.Fraction;
import org.shopscore.aggregator.score.MetricScore;
import org.shopscore.aggregator.score.ScoreSheet;

/** Sheets and breakdowns in decimal strings. */
final class ExplanationFigures {

    private static final int RATIO_DECIMALS = 6;

    private final Policy policy;
    private final Evidence evidence;

    ExplanationFigures(Policy policy, Evidence evidence) {
        this.policy = policy;
        this.evidence = evidence;
    }

    Explanation.Figures of(
            String shopId, ScoreSheet sheet, ScoreSheet weekAgo, Breakdown breakdown, Explanation.Window window) {
        var lines = new ArrayList<Explanation.Line>();
        for (int i = 0; i < breakdown.parts().size(); i++) {
            Metric metric = policy.metrics().get(i);
            var links = evidence.links(shopId, metric.ratio(), window.from(), window.to());
            lines.add(line(breakdown.parts().get(i), weekAgo.metrics().get(i), links));
        }
        return new Explanation.Figures(
                sheet.stage().name(),
                sheet.noScore().map(Enum::name),
                sheet.result().map(result -> text(result.published())).orElse(null),
                sheet.result().map(result -> text(result.total())).orElse(null),
                text(sheet.base()),
                sheet.result().map(result -> result.level().code()).orElse(null),
                text(sheet.deductions()),
                bonuses(sheet),
                dimensions(sheet),
                lines,
                new Explanation.Gaps(
                        text(breakdown.gaps()),
                        text(breakdown.bonuses()),
                        text(breakdown.roundingResidual()),
                        text(breakdown.toFull())));
    }

    private static Explanation.Line line(Part part, MetricScore before, Map<String, String> links) {
        MetricScore metric = part.metric();
        return new Explanation.Line(
                metric.id(),
                metric.dimension(),
                metric.n(),
                metric.raw().map(ExplanationFigures::ratio).orElse(null),
                ratio(metric.used()),
                text(metric.padding()),
                text(metric.points()),
                text(metric.weight()),
                text(part.weight()),
                text(part.contribution()),
                text(part.gap()),
                metric.noData(),
                weekAgo(metric, before),
                links);
    }

    private static Explanation.WeekAgo weekAgo(MetricScore now, MetricScore before) {
        return new Explanation.WeekAgo(
                before.n(),
                before.raw().map(ExplanationFigures::ratio).orElse(null),
                now.raw()
                        .flatMap(raw -> before.raw().map(raw::minus))
                        .map(ExplanationFigures::ratio)
                        .orElse(null));
    }

    private static List<Explanation.Bonus> bonuses(ScoreSheet sheet) {
        return sheet.bonuses().stream()
                .map(bonus ->
                        new Explanation.Bonus(bonus.code(), bonus.dimension().orElse("total"), text(bonus.points())))
                .toList();
    }

    private static Map<String, String> dimensions(ScoreSheet sheet) {
        var dimensions = new LinkedHashMap<String, String>();
        sheet.dimensions().forEach(dimension -> dimensions.put(dimension.id(), text(dimension.points())));
        return dimensions;
    }

    static Explanation.Steps steps(LocalDate from, Waterfall waterfall) {
        BigDecimal before = Waterfall.figure(waterfall.from());
        BigDecimal after = Waterfall.figure(waterfall.to());
        return new Explanation.Steps(
                from,
                text(before),
                text(after),
                text(after.subtract(before)),
                waterfall.steps().stream()
                        .map(step -> new Explanation.Step(step.what(), text(step.effect())))
                        .toList());
    }

    private static String ratio(Fraction value) {
        return text(value.rounded(RATIO_DECIMALS));
    }

    private static String text(BigDecimal decimal) {
        return Optional.of(decimal)
                .filter(zero -> zero.signum() != 0)
                .orElse(decimal.abs())
                .toPlainString();
    }
}
