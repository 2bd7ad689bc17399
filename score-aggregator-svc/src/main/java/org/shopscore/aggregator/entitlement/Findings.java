package org.shopscore.aggregator.entitlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shopscore.aggregator.entitlement.Finding.DayValue;
import org.shopscore.aggregator.entitlement.Finding.Kind;
import org.shopscore.aggregator.entitlement.Finding.Padding;
import org.shopscore.aggregator.policy.Bound;
import org.shopscore.aggregator.policy.Predicate;
import org.shopscore.aggregator.policy.Predicate.All;
import org.shopscore.aggregator.policy.Predicate.BelowRun;
import org.shopscore.aggregator.policy.Predicate.EveryDay;
import org.shopscore.aggregator.policy.Predicate.Latest;
import org.shopscore.aggregator.policy.Predicate.Mean;
import org.shopscore.aggregator.policy.Predicate.NoSevereViolation;
import org.shopscore.aggregator.score.Fraction;

/**
 * Looks at the days as the policy's predicates ask (rules.md 5.8); everything is compared exactly.
 *
 * @param stages whose scores count
 */
record Findings(OfficialDays days, Set<String> stages) {

    /** One for each predicate that looks at days itself; all of them hold where the whole does. */
    List<Finding> of(Predicate predicate) {
        return on(days.statDate(), predicate);
    }

    private List<Finding> on(LocalDate day, Predicate predicate) {
        return switch (predicate) {
            case Latest latest -> List.of(latest(day, latest));
            case Mean mean -> List.of(mean(day, mean));
            case EveryDay every -> List.of(every(day, every));
            case BelowRun run -> run(day, run.days(), run.of());
            case NoSevereViolation _ -> List.of(noSevereViolation(day));
            case All all ->
                all.parts().stream().flatMap(part -> on(day, part).stream()).toList();
        };
    }

    private Finding latest(LocalDate day, Latest latest) {
        DayValue value = value(day, latest.subject());
        return figure(Kind.LATEST, latest.subject(), latest.bound(), 1, value.value(), List.of(value));
    }

    /** Of a growing shop the growth score itself is taken: it has no days to be averaged. */
    private Finding mean(LocalDate day, Mean mean) {
        boolean isGrowing = isGrowing(day);
        List<DayValue> values = OfficialDays.upTo(day, isGrowing ? 1 : mean.days()).stream()
                .map(one -> value(one, mean.subject()))
                .toList();
        return figure(
                Kind.MEAN,
                mean.subject(),
                mean.bound(),
                mean.days(),
                mean(values, isGrowing ? 1 : mean.days()),
                values);
    }

    private boolean isGrowing(LocalDate day) {
        return stages.contains(ScoredDay.GROWTH)
                && days.on(day)
                        .filter(scored -> scored.stage().equals(ScoredDay.GROWTH))
                        .isPresent();
    }

    private static Optional<Fraction> mean(List<DayValue> values, int span) {
        List<Fraction> scored =
                values.stream().flatMap(day -> day.value().stream()).toList();
        return scored.isEmpty() || 2 * scored.size() < span ? Optional.empty() : Optional.of(Fraction.mean(scored));
    }

    private Finding every(LocalDate day, EveryDay every) {
        List<LocalDate> span = OfficialDays.upTo(day, every.days());
        List<LocalDate> met = span.stream()
                .filter(one -> value(one, every.subject())
                        .value()
                        .filter(figure -> isMet(every.bound(), figure))
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
                span.stream().anyMatch(this::isGrowing),
                padding,
                span.stream().map(one -> value(one, every.subject())).toList());
    }

    private int paddedMore(List<LocalDate> among, BigDecimal most) {
        return (int) among.stream()
                .flatMap(day -> days.on(day).stream())
                .filter(scored -> scored.padding().compareTo(most) > 0)
                .count();
    }

    /**
     * All of several predicates hold on each of the days where each of them does. So many days in a row of which each is the last of others
     * are more days in a row.
     */
    private List<Finding> run(LocalDate day, int length, Predicate of) {
        return switch (of) {
            case All all ->
                all.parts().stream()
                        .flatMap(part -> run(day, length, part).stream())
                        .toList();
            case BelowRun run -> run(day, length + run.days() - 1, run.of());
            case EveryDay(int each, String subject, Bound bound, Optional<BigDecimal> maxPadding) ->
                List.of(every(day, new EveryDay(length + each - 1, subject, bound, maxPadding)));
            case Latest latest -> List.of(runOfOne(day, length, latest));
            case Mean mean -> List.of(runOfOne(day, length, mean));
            case NoSevereViolation none -> List.of(runOfOne(day, length, none));
        };
    }

    /** A day without a score ends the run, even where a mean up to it could be taken. */
    private Finding runOfOne(LocalDate day, int length, Predicate of) {
        List<LocalDate> span = OfficialDays.upTo(day, length);
        List<Finding> found = span.stream().map(one -> on(one, of).getFirst()).toList();
        Finding newest = found.getFirst();
        return new Finding(
                Kind.RUN,
                newest.subject(),
                newest.bound(),
                length,
                Finding.all(found) && span.stream().allMatch(this::isScored),
                Optional.empty(),
                newest.kind() == Kind.MEAN ? Optional.of(newest.span()) : Optional.empty(),
                found.stream().anyMatch(Finding::isGrowthScore),
                Optional.empty(),
                found.stream()
                        .map(one -> new DayValue(one.days().getFirst().statDate(), one.value()))
                        .toList());
    }

    private boolean isScored(LocalDate day) {
        return days.points(day, "total", stages).isPresent();
    }

    private Finding noSevereViolation(LocalDate day) {
        boolean holds = days.on(day).filter(scored -> !scored.isSevere()).isPresent();
        return new Finding(
                Kind.NO_SEVERE_VIOLATION,
                Optional.empty(),
                Optional.empty(),
                1,
                holds,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(new DayValue(day, Optional.empty())));
    }

    /** @param values the newest first, which is of the day that is looked at */
    private Finding figure(
            Kind kind, String subject, Bound bound, int span, Optional<Fraction> value, List<DayValue> values) {
        return new Finding(
                kind,
                Optional.of(subject),
                Optional.of(bound),
                span,
                value.filter(figure -> isMet(bound, figure)).isPresent(),
                value,
                Optional.empty(),
                isGrowing(values.getFirst().statDate()),
                Optional.empty(),
                values);
    }

    private static boolean isMet(Bound bound, Fraction figure) {
        return bound.isMet(figure.compareTo(Fraction.of(bound.than())));
    }

    private DayValue value(LocalDate day, String subject) {
        return new DayValue(day, days.points(day, subject, stages).map(Fraction::of));
    }
}
