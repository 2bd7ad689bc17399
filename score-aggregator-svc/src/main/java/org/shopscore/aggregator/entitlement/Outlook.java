package org.shopscore.aggregator.entitlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.entitlement.Entitlement;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.score.window.DayAmounts;
import org.shopscore.aggregator.score.window.Sums;

/**
 * Which day could change an outcome, if each coming day earned full marks.
 *
 * @param severeDays   the coming days in whose windows a severe verdict counts that is known now
 * @param withheldDays those in whose windows a verdict counts that withholds the score
 */
public record Outlook(
        Policy policy, OfficialDays days, ShopProfile profile, Set<LocalDate> severeDays, Set<LocalDate> withheldDays) {

    private static final int FARTHEST = 800;

    /** @param amounts of the day's window and of what came since */
    public static Outlook of(Policy policy, OfficialDays days, ShopProfile profile, DayAmounts amounts) {
        return new Outlook(
                policy,
                days,
                profile,
                coming(policy.severeViolations(), amounts, days.statDate()),
                coming(policy.stages().withheldBy(), amounts, days.statDate()));
    }

    /** The days after it in whose windows one of the verdicts counts that are known now. */
    static Set<LocalDate> coming(List<String> verdicts, DayAmounts amounts, LocalDate statDate) {
        return statDate.plusDays(1)
                .datesUntil(statDate.plusDays(2L * DayAmounts.WINDOW))
                .filter(day -> counts(verdicts, amounts.windowEnding(day)))
                .collect(Collectors.toSet());
    }

    private static boolean counts(List<String> verdicts, Sums sums) {
        return verdicts.stream().anyMatch(measure -> sums.sum(measure) > 0);
    }

    /** The first official day on which the entitlement can be had; empty when no score would give it. */
    public Optional<LocalDate> canBeHeld(Entitlement entitlement) {
        return first(entitlement, Optional.empty(), true);
    }

    /** The first official day on which what is held can end. */
    public Optional<LocalDate> canEnd(Entitlement entitlement, LocalDate since) {
        return first(entitlement, Optional.of(since), false);
    }

    private Optional<LocalDate> first(Entitlement entitlement, Optional<LocalDate> before, boolean isHeld) {
        var judge = new Judge(policy);
        OfficialDays coming = days;
        for (int ahead = 1; ahead <= FARTHEST; ahead++) {
            coming = coming.with(best(judge, days.statDate().plusDays(ahead)))
                    .last(judge.reach().depth());
            if (Judge.outcome(entitlement, before, coming, profile).since().isPresent() == isHeld) {
                return Optional.of(coming.statDate());
            }
        }
        return Optional.empty();
    }

    private ScoredDay best(Judge judge, LocalDate day) {
        if (withheldDays.contains(day)) {
            return new ScoredDay(
                    day, ScoredDay.WITHHELD, Optional.empty(), Map.of(), BigDecimal.ZERO, severeDays.contains(day));
        }
        BigDecimal full = policy.scale().max();
        Map<String, BigDecimal> points =
                judge.reach().subjects().stream().collect(Collectors.toMap(id -> id, _ -> full));
        return new ScoredDay(day, "FORMAL", Optional.of(full), points, BigDecimal.ZERO, severeDays.contains(day));
    }
}
