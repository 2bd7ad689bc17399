package org.shopscore.aggregator.entitlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.entitlement.Finding.DayValue;
import org.shopscore.aggregator.entitlement.Finding.Kind;
import org.shopscore.aggregator.entitlement.Finding.Padding;
import org.shopscore.aggregator.policy.entitlement.Bound;
import org.shopscore.aggregator.policy.entitlement.Predicate;
import org.shopscore.aggregator.policy.entitlement.Predicate.All;
import org.shopscore.aggregator.policy.entitlement.Predicate.BelowRun;
import org.shopscore.aggregator.policy.entitlement.Predicate.EveryDay;
import org.shopscore.aggregator.policy.entitlement.Predicate.Latest;
import org.shopscore.aggregator.policy.entitlement.Predicate.Mean;
import org.shopscore.aggregator.policy.entitlement.Predicate.NoSevereViolation;
import org.shopscore.aggregator.policy.entitlement.Predicate.Passes;

/**
 * Looks at days in a row, each of which has to be as it is asked for.
 *
 * @param each looks at one of them
 */
record Runs(Findings each) {

    Finding every(LocalDate day, EveryDay every) {
        List<LocalDate> span = OfficialDays.upTo(day, every.days());
        List<LocalDate> met = span.stream()
                .filter(one -> each.value(one, every.subject())
                        .value()
                        .filter(figure -> Findings.isMet(every.bound(), figure))
                        .isPresent())
                .toList();
        boolean isMet = met.size() == span.size();
        Optional<Padding> padding = every.maxPadding().map(most -> new Padding(most, paddedMore(met, most), isMet));
        return new Finding(
                Kind.EVERY_DAY,
                Optional.of(every.subject()),
                Optional.of(every.bound()),
                every.days(),
                isMet && padding.filter(padded -> padded.days() > 0).isEmpty(),
                Optional.empty(),
                Optional.empty(),
                span.stream().anyMatch(each.counted()::isGrowing),
                padding,
                span.stream().map(one -> each.value(one, every.subject())).toList(),
                Optional.empty());
    }

    private int paddedMore(List<LocalDate> among, BigDecimal most) {
        return (int) among.stream()
                .filter(day -> each.counted().isPaddedMore(day, most))
                .count();
    }

    /**
     * All of several predicates hold on each of the days where each of them does. So many days in a row of which each is the last of others
     * are more days in a row.
     */
    List<Finding> of(LocalDate day, int length, Predicate of) {
        return switch (of) {
            case All all ->
                all.parts().stream()
                        .flatMap(part -> of(day, length, part).stream())
                        .toList();
            case BelowRun run -> of(day, length + run.days() - 1, run.of());
            case EveryDay(int days, String subject, Bound bound, Optional<BigDecimal> maxPadding) ->
                List.of(every(day, new EveryDay(length + days - 1, subject, bound, maxPadding)));
            case Latest latest -> List.of(ofOne(day, length, latest));
            case Mean mean -> List.of(ofOne(day, length, mean));
            case NoSevereViolation none -> List.of(ofOne(day, length, none));
            case Passes _ -> throw new IllegalArgumentException("a run must be of days, was of " + of);
        };
    }

    /** A day without a score ends the run, even where a mean up to it could be taken. */
    private Finding ofOne(LocalDate day, int length, Predicate of) {
        List<LocalDate> span = OfficialDays.upTo(day, length);
        List<Finding> found =
                span.stream().map(one -> each.on(one, of).getFirst()).toList();
        Finding newest = found.getFirst();
        return new Finding(
                Kind.RUN,
                newest.subject(),
                newest.bound(),
                length,
                Finding.all(found) && span.stream().allMatch(each.counted()::isScored),
                Optional.empty(),
                newest.kind() == Kind.MEAN ? Optional.of(newest.span()) : Optional.empty(),
                found.stream().anyMatch(Finding::isGrowthScore),
                Optional.empty(),
                found.stream()
                        .map(one -> scored(one.days().getFirst().statDate(), one))
                        .toList(),
                Optional.empty());
    }

    /** Of a day without a score nothing is shown that holds: it is what ends the run. */
    private DayValue scored(LocalDate day, Finding found) {
        return new DayValue(day, found.value().filter(_ -> each.counted().isScored(day)));
    }
}
