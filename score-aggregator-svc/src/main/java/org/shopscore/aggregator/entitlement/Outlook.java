package org.shopscore.aggregator.entitlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.entitlement.Entitlement;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.score.window.DayAmounts;
import org.shopscore.aggregator.score.window.Sums;

/**
 * Which day could change an outcome, if each coming day earned full marks; of a shop without a computed score also if that day alone had
 * the growth score.
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
            LocalDate day = days.statDate().plusDays(ahead);
            OfficialDays formal = coming.with(best(judge, day));
            OfficialDays growing = isYoung() ? coming.with(growing(day)) : formal;
            if (Stream.of(formal, growing).anyMatch(one -> isHeld(entitlement, before, one) == isHeld)) {
                return Optional.of(day);
            }
            coming = formal.last(judge.reach().depth());
        }
        return Optional.empty();
    }

    private boolean isHeld(Entitlement entitlement, Optional<LocalDate> before, OfficialDays coming) {
        return Judge.outcome(entitlement, before, coming, profile).since().isPresent();
    }

    /** Whether the shop has not got a computed score yet, so that the growth score may come first. */
    private boolean isYoung() {
        return days.on(days.statDate())
                .map(ScoredDay::stage)
                .filter(stage -> stage.equals(ScoredDay.FORMAL) || stage.equals(ScoredDay.WITHHELD))
                .isEmpty();
    }

    private ScoredDay growing(LocalDate day) {
        return withheldDays.contains(day)
                ? withheld(day)
                : new ScoredDay(
                        day,
                        ScoredDay.GROWTH,
                        Optional.of(policy.stages().growthScore()),
                        Map.of(),
                        BigDecimal.ZERO,
                        severeDays.contains(day));
    }

    private ScoredDay withheld(LocalDate day) {
        return new ScoredDay(
                day, ScoredDay.WITHHELD, Optional.empty(), Map.of(), BigDecimal.ZERO, severeDays.contains(day));
    }

    private ScoredDay best(Judge judge, LocalDate day) {
        if (withheldDays.contains(day)) {
            return withheld(day);
        }
        BigDecimal full = policy.scale().max();
        Map<String, BigDecimal> points =
                judge.reach().subjects().stream().collect(Collectors.toMap(id -> id, _ -> full));
        return new ScoredDay(
                day, ScoredDay.FORMAL, Optional.of(full), points, BigDecimal.ZERO, severeDays.contains(day));
    }
}
