package org.shopscore.aggregator.entitlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.shopscore.aggregator.policy.Predicate;
import org.shopscore.aggregator.policy.Predicate.All;
import org.shopscore.aggregator.policy.Predicate.BelowRun;
import org.shopscore.aggregator.policy.Predicate.EveryDay;
import org.shopscore.aggregator.policy.Predicate.Latest;
import org.shopscore.aggregator.policy.Predicate.Mean;
import org.shopscore.aggregator.policy.Predicate.NoSevereViolation;

/**
 * Whether predicates hold, and nothing of why: no further day is looked at than decides (rules.md 5.8). The same as
 * {@link Findings} find, compared exactly.
 *
 * @param stages whose scores count
 */
record Holds(OfficialDays days, Set<String> stages) {

    boolean holds(Predicate predicate) {
        return holds(days.statDate(), predicate);
    }

    private boolean holds(LocalDate day, Predicate predicate) {
        return switch (predicate) {
            case Latest latest ->
                value(day, latest.subject())
                        .filter(figure -> latest.bound()
                                .isMet(figure.compareTo(latest.bound().than())))
                        .isPresent();
            case Mean mean -> mean(day, mean);
            case EveryDay every -> every(day, every);
            case BelowRun run -> run(day, run);
            case NoSevereViolation _ ->
                days.on(day).filter(scored -> !scored.isSevere()).isPresent();
            case All all -> all.parts().stream().allMatch(part -> holds(day, part));
        };
    }

    /** The sum is compared with so many times the bound. */
    private boolean mean(LocalDate day, Mean mean) {
        int span = isGrowing(day) ? 1 : mean.days();
        int scored = 0;
        BigDecimal sum = BigDecimal.ZERO;
        for (int back = 0; back < span; back++) {
            Optional<BigDecimal> value = value(day.minusDays(back), mean.subject());
            if (value.isPresent()) {
                sum = sum.add(value.get());
                scored++;
            }
        }
        BigDecimal bound = mean.bound().than().multiply(BigDecimal.valueOf(scored));
        return scored > 0 && 2 * scored >= span && mean.bound().isMet(sum.compareTo(bound));
    }

    private boolean isGrowing(LocalDate day) {
        return stages.contains(ScoredDay.GROWTH)
                && days.on(day)
                        .filter(scored -> scored.stage().equals(ScoredDay.GROWTH))
                        .isPresent();
    }

    private boolean every(LocalDate day, EveryDay every) {
        for (int back = 0; back < every.days(); back++) {
            LocalDate one = day.minusDays(back);
            boolean isMet = value(one, every.subject())
                    .filter(figure ->
                            every.bound().isMet(figure.compareTo(every.bound().than())))
                    .isPresent();
            if (!isMet || isPaddedMore(one, every.maxPadding())) {
                return false;
            }
        }
        return true;
    }

    private boolean isPaddedMore(LocalDate day, Optional<BigDecimal> most) {
        return most.isPresent()
                && days.on(day)
                        .filter(scored -> scored.padding().compareTo(most.get()) > 0)
                        .isPresent();
    }

    private boolean run(LocalDate day, BelowRun run) {
        for (int back = 0; back < run.days(); back++) {
            LocalDate one = day.minusDays(back);
            if (value(one, "total").isEmpty() || !holds(one, run.of())) {
                return false;
            }
        }
        return true;
    }

    private Optional<BigDecimal> value(LocalDate day, String subject) {
        return days.points(day, subject, stages);
    }
}
