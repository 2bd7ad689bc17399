package org.shopscore.aggregator.entitlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
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
 * Whether predicates hold, and nothing of why: no further day is looked at than decides (rules.md 5.8). The same as
 * {@link Findings} find, compared exactly.
 */
record Holds(Counted counted) {

    /** @param stages whose scores count */
    Holds(OfficialDays days, Set<String> stages) {
        this(new Counted(days, stages));
    }

    boolean holds(Predicate predicate) {
        return holds(counted.statDate(), predicate);
    }

    private boolean holds(LocalDate day, Predicate predicate) {
        return switch (predicate) {
            case Latest latest -> isMet(day, latest.subject(), latest.bound());
            case Mean mean -> mean(day, mean);
            case EveryDay every -> every(day, every);
            case BelowRun run -> run(day, run);
            case Passes passes -> passes(day, passes);
            case NoSevereViolation _ -> counted.isWithoutSevereViolation(day);
            case All all -> all.parts().stream().allMatch(part -> holds(day, part));
        };
    }

    /** The sum is compared with so many times the bound. */
    private boolean mean(LocalDate day, Mean mean) {
        int span = counted.isGrowing(day) ? 1 : mean.days();
        int scored = 0;
        BigDecimal sum = BigDecimal.ZERO;
        for (int back = 0; back < span; back++) {
            Optional<BigDecimal> value = counted.points(day.minusDays(back), mean.subject());
            if (value.isPresent()) {
                sum = sum.add(value.get());
                scored++;
            }
        }
        BigDecimal bound = mean.bound().than().multiply(BigDecimal.valueOf(scored));
        return scored > 0 && 2 * scored >= span && mean.bound().isMet(sum.compareTo(bound));
    }

    private boolean every(LocalDate day, EveryDay every) {
        for (int back = 0; back < every.days(); back++) {
            LocalDate one = day.minusDays(back);
            boolean isPaddedMore = every.maxPadding()
                    .filter(most -> counted.isPaddedMore(one, most))
                    .isPresent();
            if (!isMet(one, every.subject(), every.bound()) || isPaddedMore) {
                return false;
            }
        }
        return true;
    }

    private boolean run(LocalDate day, BelowRun run) {
        for (int back = 0; back < run.days(); back++) {
            LocalDate one = day.minusDays(back);
            if (!counted.isScored(one) || !holds(one, run.of())) {
                return false;
            }
        }
        return true;
    }

    /** The newest month first, until enough have passed. */
    private boolean passes(LocalDate day, Passes passes) {
        return OfficialDays.monthEnds(day, passes.ofMonths()).stream()
                        .filter(end -> counted.isScored(end) && holds(end, passes.of()))
                        .limit(passes.months())
                        .count()
                == passes.months();
    }

    private boolean isMet(LocalDate day, String subject, Bound bound) {
        return counted.points(day, subject)
                .filter(figure -> bound.isMet(figure.compareTo(bound.than())))
                .isPresent();
    }
}
