package org.shopscore.aggregator.entitlement.answer;

import java.math.BigDecimal;
import java.util.Locale;
import org.shopscore.aggregator.entitlement.Finding;
import org.shopscore.aggregator.entitlement.answer.EntitlementAnswer.Day;
import org.shopscore.aggregator.entitlement.answer.EntitlementAnswer.Found;
import org.shopscore.aggregator.entitlement.answer.EntitlementAnswer.Month;
import org.shopscore.aggregator.entitlement.answer.EntitlementAnswer.Months;
import org.shopscore.aggregator.score.metric.Fraction;

/** Findings in decimal strings. */
final class Figures {

    private static final int MOST_DECIMALS = 6;
    private static final int FEWEST_DECIMALS = 2;

    static Found of(Finding finding) {
        return new Found(
                finding.kind().name(),
                finding.subject(),
                finding.bound().map(bound -> bound.is().name().toLowerCase(Locale.ROOT)),
                finding.bound().map(bound -> bound.than().toPlainString()),
                finding.span(),
                finding.holds(),
                finding.value().map(Figures::text),
                finding.meanOver(),
                finding.isGrowthScore(),
                finding.padding().map(padding -> padding.most().toPlainString()),
                finding.padding().map(Finding.Padding::days),
                finding.days().stream()
                        .map(day -> new Day(
                                day.statDate(), day.value().map(Figures::text).orElse(null)))
                        .toList(),
                finding.months().map(Figures::months));
    }

    private static Months months(Finding.Months months) {
        return new Months(
                months.needed(),
                months.passed().size(),
                months.each().stream()
                        .map(month -> new Month(
                                month.lastDay(),
                                month.passes(),
                                month.findings().stream().map(Figures::of).toList()))
                        .toList());
    }

    /** To 6 decimals at most, without zeros beyond the second. */
    static String text(Fraction value) {
        BigDecimal figure = value.rounded(MOST_DECIMALS).stripTrailingZeros();
        return figure.setScale(Math.max(figure.scale(), FEWEST_DECIMALS)).toPlainString();
    }

    private Figures() {}
}
