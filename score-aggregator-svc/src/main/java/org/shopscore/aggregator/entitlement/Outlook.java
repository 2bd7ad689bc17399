package org.shopscore.aggregator.entitlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shopscore.aggregator.policy.Entitlement;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.DayAmounts;
import org.shopscore.aggregator.score.ShopProfile;

/**
 * Which day could change an outcome, if each coming day earned full marks.
 *
 * @param freeOfVerdicts the first day in whose window no severe verdict counts that is known now; empty when none does
 */
public record Outlook(Policy policy, OfficialDays days, ShopProfile profile, Optional<LocalDate> freeOfVerdicts) {

    private static final int FARTHEST = 800;

    /** @param amounts of the window and of what came since */
    public static Optional<LocalDate> freeOfVerdicts(Policy policy, DayAmounts amounts, LocalDate statDate) {
        LocalDate day = statDate;
        while (isSevere(policy, amounts, day)) {
            day = day.plusDays(1);
        }
        return day.equals(statDate) ? Optional.empty() : Optional.of(day);
    }

    private static boolean isSevere(Policy policy, DayAmounts amounts, LocalDate day) {
        var sums = amounts.windowEnding(day);
        return policy.severeViolations().stream().anyMatch(measure -> sums.sum(measure) > 0);
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
        OfficialDays coming = days;
        for (int ahead = 1; ahead <= FARTHEST; ahead++) {
            coming = coming.with(best(days.statDate().plusDays(ahead)));
            if (Judge.judge(entitlement, before, coming, profile).isHeld() == isHeld) {
                return Optional.of(coming.statDate());
            }
        }
        return Optional.empty();
    }

    private ScoredDay best(LocalDate day) {
        BigDecimal full = policy.scale().max();
        Map<String, BigDecimal> points = Judge.subjects(policy).stream().collect(Collectors.toMap(id -> id, _ -> full));
        boolean isSevere = freeOfVerdicts.filter(day::isBefore).isPresent();
        return new ScoredDay(day, "FORMAL", Optional.of(full), points, BigDecimal.ZERO, isSevere);
    }
}
