package org.shopscore.aggregator.lookup.answer;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.shopscore.aggregator.lookup.answer.ScoreAnswer.BonusFigure;
import org.shopscore.aggregator.lookup.answer.ScoreAnswer.DiagnosticFigure;
import org.shopscore.aggregator.lookup.answer.ScoreAnswer.Figures;
import org.shopscore.aggregator.lookup.answer.ScoreAnswer.MetricFigure;
import org.shopscore.aggregator.policy.Bonus;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.ScoreSheet.DimensionScore;
import org.shopscore.aggregator.score.metric.DiagnosticValue;
import org.shopscore.aggregator.score.metric.Fraction;
import org.shopscore.aggregator.score.metric.MetricScore;

/** A sheet in decimal strings. */
final class SheetFigures {

    private static final int RATIO_DECIMALS = 6;

    static Figures of(ScoreSheet sheet) {
        return new Figures(
                sheet.stage().name(),
                sheet.noScore().map(Enum::name),
                sheet.result().map(result -> text(result.published())).orElse(null),
                text(sheet.base()),
                sheet.result().map(result -> text(result.total())).orElse(null),
                sheet.result().map(result -> result.level().code()).orElse(null),
                sheet.result()
                        .map(result -> text(result.level().trafficWeight()))
                        .orElse(null),
                text(sheet.deductions()),
                sheet.bonuses().stream().map(SheetFigures::bonus).toList(),
                dimensions(sheet),
                sheet.metrics().stream().map(SheetFigures::metric).toList(),
                sheet.diagnostics().stream().map(SheetFigures::diagnostic).toList());
    }

    private static Map<String, String> dimensions(ScoreSheet sheet) {
        var dimensions = new LinkedHashMap<String, String>();
        for (DimensionScore dimension : sheet.dimensions()) {
            dimensions.put(dimension.id(), text(dimension.points()));
        }
        return dimensions;
    }

    private static BonusFigure bonus(Bonus bonus) {
        return new BonusFigure(bonus.code(), bonus.dimension().orElse("total"), text(bonus.points()));
    }

    private static MetricFigure metric(MetricScore metric) {
        return new MetricFigure(
                metric.id(),
                metric.dimension(),
                metric.n(),
                raw(metric.raw()),
                ratio(metric.used()),
                text(metric.padding()),
                text(metric.points()),
                text(metric.weight()),
                metric.noData());
    }

    private static DiagnosticFigure diagnostic(DiagnosticValue value) {
        return new DiagnosticFigure(
                value.id(), value.n(), raw(value.raw()), value.raw().isEmpty());
    }

    private static String raw(Optional<Fraction> raw) {
        return raw.map(SheetFigures::ratio).orElse(null);
    }

    private static String ratio(Fraction value) {
        return text(value.rounded(RATIO_DECIMALS));
    }

    private static String text(BigDecimal decimal) {
        return decimal.toPlainString();
    }

    private SheetFigures() {}
}
