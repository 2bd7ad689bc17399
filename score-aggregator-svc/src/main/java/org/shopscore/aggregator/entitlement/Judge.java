package org.shopscore.aggregator.entitlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shopscore.aggregator.entitlement.Judgement.Why;
import org.shopscore.aggregator.policy.Entitlement;
import org.shopscore.aggregator.policy.Entitlement.PersonalShop;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.Predicate;
import org.shopscore.aggregator.score.ShopProfile;

/** Judges which entitlements a shop holds after an official day (rules.md 5.8). */
public record Judge(Policy policy) {

    /** How many official days it looks back over. */
    public int depth() {
        return policy.entitlements().stream()
                .flatMap(Entitlement::predicates)
                .mapToInt(Predicate::depth)
                .max()
                .orElse(1);
    }

    /** Dimensions and metrics that the policy's entitlements name. */
    static Set<String> subjects(Policy policy) {
        return policy.entitlements().stream()
                .flatMap(Entitlement::predicates)
                .flatMap(predicate -> predicate.subjects().stream())
                .filter(subject -> !subject.equals("total") && !subject.equals("growth"))
                .collect(Collectors.toSet());
    }

    /** @param before what was held after the official day before, with the day since when */
    public List<Judgement> judge(Map<String, LocalDate> before, OfficialDays days, ShopProfile profile) {
        return policy.entitlements().stream()
                .map(entitlement ->
                        judge(entitlement, Optional.ofNullable(before.get(entitlement.code())), days, profile))
                .toList();
    }

    public static Judgement judge(
            Entitlement entitlement, Optional<LocalDate> before, OfficialDays days, ShopProfile profile) {
        var look = new Findings(days, entitlement.stages());
        var grant = look.of(entitlement.grant());
        Optional<Why> barred = barred(entitlement.personalShop(), profile, days.statDate());
        if (barred.isPresent()) {
            return of(entitlement, Optional.empty(), barred.get(), grant, look);
        }
        Optional<Why> standing = standing(entitlement, days);
        if (standing.isPresent()) {
            return of(entitlement, before, standing.get(), grant, look);
        }
        if (before.isEmpty()) {
            return Finding.all(grant)
                    ? of(entitlement, Optional.of(days.statDate()), Why.GRANTED, grant, look)
                    : of(entitlement, before, Why.NOT_GRANTED, grant, look);
        }
        var revoke = entitlement.revoke().map(look::of);
        boolean isLost = revoke.map(Finding::all).orElseGet(() -> !Finding.all(grant));
        return of(
                entitlement,
                isLost ? Optional.empty() : before,
                isLost ? Why.REVOKED : Why.KEPT,
                revoke.orElse(grant),
                look);
    }

    private static Judgement of(
            Entitlement entitlement, Optional<LocalDate> since, Why why, List<Finding> findings, Findings look) {
        boolean isRecommended = since.isPresent()
                && entitlement.recommend().map(look::of).filter(Finding::all).isPresent();
        return new Judgement(entitlement.code(), since.isPresent(), since, why, findings, isRecommended);
    }

    /** Why everything stays as it is. */
    private static Optional<Why> standing(Entitlement entitlement, OfficialDays days) {
        if (days.on(days.statDate())
                .filter(today -> today.stage().equals(ScoredDay.WITHHELD))
                .isPresent()) {
            return Optional.of(Why.WITHHELD);
        }
        return isJudgedOn(entitlement, days.statDate()) ? Optional.empty() : Optional.of(Why.NOT_TODAY);
    }

    /** The run of the last full day is on the day after it. */
    static boolean isJudgedOn(Entitlement entitlement, LocalDate statDate) {
        return entitlement
                .dayOfMonth()
                .filter(day -> statDate.plusDays(1).getDayOfMonth() != day)
                .isEmpty();
    }

    /** What the registry does not know never counts against a shop. */
    private static Optional<Why> barred(PersonalShop rule, ShopProfile profile, LocalDate statDate) {
        if (profile.kind().filter(ShopProfile.Kind.PERSONAL::equals).isEmpty()) {
            return Optional.empty();
        }
        return switch (rule) {
            case PersonalShop.LikeAll _ -> Optional.empty();
            case PersonalShop.Never _ -> Optional.of(Why.PERSONAL_SHOP);
            case PersonalShop.OpenedFor(int days) ->
                profile.openedOn()
                        .filter(opened -> opened.plusDays(days).isAfter(statDate))
                        .map(_ -> Why.PERSONAL_SHOP_TOO_YOUNG);
        };
    }
}
