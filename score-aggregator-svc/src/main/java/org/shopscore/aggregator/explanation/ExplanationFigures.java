package org.shopscore.aggregator.explanation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shopscore.aggregator.explanation.breakdown.Breakdown;
import org.shopscore.aggregator.explanation.breakdown.Breakdown.Part;
import org.shopscore.aggregator.explanation.breakdown.Waterfall;
import org.shopscore.aggregator.policy.metric.Metric;
import org.shopscore.aggregator.score.PeriodComparison;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.metric.Fraction;
import org.shopscore.aggregator.score.metric.MetricScore;

/** Scores in decimal strings. */
@ApplicationScoped
class ExplanationFigures {

    private static final int RATIO_DECIMALS = 6;

    private final Evidence evidence;

    ExplanationFigures(Evidence evidence) {
        this.evidence = evidence;
    }

    Explanation.Figures of(Explained explained) {
        ScoreSheet sheet = explained.sheet();
        Breakdown breakdown = explained.breakdown();
        var result = explained.result();
        return new Explanation.Figures(
                explained.stage(),
                explained.isWithheld() ? Optional.empty() : sheet.noScore().map(Enum::name),
                result.map(score -> text(score.published())).orElse(null),
                result.map(score -> text(score.total())).orElse(null),
                text(sheet.base()),
                result.map(score -> score.level().code()).orElse(null),
                text(sheet.deductions()),
                bonuses(sheet),
                dimensions(sheet),
                IntStream.range(0, breakdown.parts().size())
                        .mapToObj(at -> line(explained, breakdown, at))
                        .toList(),
                gaps(breakdown),
                result.filter(_ -> sheet.stage() == ScoreSheet.Stage.FORMAL)
                        .flatMap(score ->
                                explained.peers().map(peers -> peers.ofTotal(explained.policy(), score.published()))));
    }

    private Explanation.Line line(Explained explained, Breakdown breakdown, int at) {
        Part part = breakdown.parts().get(at);
        MetricScore metric = part.metric();
        Metric policy = explained.policy().metrics().get(at);
        var window = explained.window();
        return new Explanation.Line(
                metric.id(),
                metric.dimension(),
                metric.n(),
                metric.raw().map(ExplanationFigures::ratio).orElse(null),
                ratio(metric.used()),
                text(metric.padding()),
                metric.raw().flatMap(raw -> Interval.of(policy.ratio(), metric.n(), raw)),
                text(metric.points()),
                text(metric.weight()),
                text(part.weight()),
                text(part.contribution()),
                text(part.gap()),
                Optional.of(policy.maturityDays()).filter(days -> days > 0),
                metric.noData(),
                explained
                        .weekAgo()
                        .map(before -> weekAgo(metric, before.metrics().get(at))),
                explained.peers().map(peers -> peers.of(explained.policy(), policy, metric)),
                evidence.links(explained.shopId(), policy, window.from(), window.to()));
    }

    private static Explanation.Gaps gaps(Breakdown breakdown) {
        return new Explanation.Gaps(
                text(breakdown.gaps()),
                text(breakdown.bonuses()),
                text(breakdown.roundingResidual()),
                text(breakdown.toFull()));
    }

    private static Explanation.WeekAgo weekAgo(MetricScore now, MetricScore before) {
        var compared = now.raw().flatMap(raw -> before.raw().map(then -> new PeriodComparison(raw, then)));
        return new Explanation.WeekAgo(
                before.n(),
                before.raw().map(ExplanationFigures::ratio).orElse(null),
                compared.map(one -> ratio(one.difference())).orElse(null),
                compared.flatMap(PeriodComparison::relativePercent)
                        .map(percent -> text(percent.rounded(2)))
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
        return new Explanation.Steps(
                from,
                waterfall.fromTotal().map(ExplanationFigures::text).orElse(null),
                waterfall.toTotal().map(ExplanationFigures::text).orElse(null),
                waterfall.difference().map(ExplanationFigures::text).orElse(null),
                waterfall.steps().stream()
                        .map(step -> new Explanation.Step(step.what(), text(step.effect())))
                        .toList());
    }

    static String ratio(Fraction value) {
        return text(value.rounded(RATIO_DECIMALS));
    }

    private static String text(BigDecimal decimal) {
        return Optional.of(decimal)
                .filter(zero -> zero.signum() != 0)
                .orElse(decimal.abs())
                .toPlainString();
    }
}
