package org.shopscore.aggregator.entitlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shopscore.aggregator.entitlement.Finding.DayValue;
import org.shopscore.aggregator.entitlement.Finding.Kind;
import org.shopscore.aggregator.policy.entitlement.Bound;
import org.shopscore.aggregator.policy.entitlement.Predicate;
import org.shopscore.aggregator.policy.entitlement.Predicate.All;
import org.shopscore.aggregator.policy.entitlement.Predicate.BelowRun;
import org.shopscore.aggregator.policy.entitlement.Predicate.EveryDay;
import org.shopscore.aggregator.policy.entitlement.Predicate.Latest;
import org.shopscore.aggregator.policy.entitlement.Predicate.Mean;
import org.shopscore.aggregator.policy.entitlement.Predicate.NoSevereViolation;
import org.shopscore.aggregator.policy.entitlement.Predicate.Passes;
import org.shopscore.aggregator.score.metric.Fraction;

/** Looks at the days as the policy's predicates ask (rules.md 5.8); everything is compared exactly. */
record Findings(Counted counted) {

    /** @param stages whose scores count */
    Findings(OfficialDays days, Set<String> stages) {
        this(new Counted(days, stages));
    }

    /** One for each predicate that looks at days itself; all of them hold where the whole does. */
    List<Finding> of(Predicate predicate) {
        return on(counted.statDate(), predicate);
    }

    List<Finding> on(LocalDate day, Predicate predicate) {
        return switch (predicate) {
            case Latest latest -> List.of(latest(day, latest));
            case Mean mean -> List.of(mean(day, mean));
            case EveryDay every -> List.of(new Runs(this).every(day, every));
            case BelowRun run -> new Runs(this).of(day, run.days(), run.of());
            case Passes passes -> List.of(new MonthEnds(this).of(day, passes));
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
        int span = counted.isGrowing(day) ? 1 : mean.days();
        List<DayValue> values = OfficialDays.upTo(day, span).stream()
                .map(one -> value(one, mean.subject()))
                .toList();
        return figure(Kind.MEAN, mean.subject(), mean.bound(), mean.days(), mean(values, span), values);
    }

    private static Optional<Fraction> mean(List<DayValue> values, int span) {
        List<Fraction> scored =
                values.stream().flatMap(day -> day.value().stream()).toList();
        return scored.isEmpty() || 2 * scored.size() < span ? Optional.empty() : Optional.of(Fraction.mean(scored));
    }

    private Finding noSevereViolation(LocalDate day) {
        return new Finding(
                Kind.NO_SEVERE_VIOLATION,
                Optional.empty(),
                Optional.empty(),
                1,
                counted.isWithoutSevereViolation(day),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(new DayValue(day, Optional.empty())),
                Optional.empty());
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
                counted.isGrowing(values.getFirst().statDate()),
                Optional.empty(),
                values,
                Optional.empty());
    }

    static boolean isMet(Bound bound, Fraction figure) {
        return bound.isMet(figure.compareTo(Fraction.of(bound.than())));
    }

    DayValue value(LocalDate day, String subject) {
        return new DayValue(day, counted.points(day, subject).map(Fraction::of));
    }
}
