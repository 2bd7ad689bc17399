package org.shopscore.aggregator.entitlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.entitlement.Finding.DayValue;
import org.shopscore.aggregator.entitlement.Finding.Kind;
import org.shopscore.aggregator.entitlement.Finding.Month;
import org.shopscore.aggregator.entitlement.Finding.Months;
import org.shopscore.aggregator.policy.entitlement.Predicate;
import org.shopscore.aggregator.policy.entitlement.Predicate.Passes;

/**
 * Looks at complete months, each by its last day.
 *
 * @param each looks at one of these days
 */
record MonthEnds(Findings each) {

    Finding of(LocalDate day, Passes passes) {
        List<Month> months = OfficialDays.monthEnds(day, passes.ofMonths()).stream()
                .map(end -> month(end, passes.of()))
                .toList();
        var found = new Months(passes.months(), months);
        return new Finding(
                Kind.MONTHS,
                Optional.empty(),
                Optional.empty(),
                passes.ofMonths(),
                found.passed().size() >= passes.months(),
                Optional.empty(),
                meanOver(months.getFirst()),
                months.stream().flatMap(month -> month.findings().stream()).anyMatch(Finding::isGrowthScore),
                Optional.empty(),
                months.stream()
                        .map(month ->
                                new DayValue(month.lastDay(), figure(month).flatMap(Finding::value)))
                        .toList(),
                Optional.of(found));
    }

    private Month month(LocalDate lastDay, Predicate of) {
        return new Month(lastDay, each.counted().isScored(lastDay), each.on(lastDay, of));
    }

    /** Where a month goes by one figure. */
    private static Optional<Finding> figure(Month month) {
        return month.findings().size() == 1 ? Optional.of(month.findings().getFirst()) : Optional.empty();
    }

    private static Optional<Integer> meanOver(Month month) {
        return figure(month).filter(finding -> finding.kind() == Kind.MEAN).map(Finding::span);
    }
}
