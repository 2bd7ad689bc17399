package org.shopscore.aggregator.entitlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shopscore.aggregator.entitlement.Judgement.Why;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.entitlement.Entitlement;
import org.shopscore.aggregator.policy.entitlement.Entitlement.PersonalShop;
import org.shopscore.aggregator.policy.entitlement.Predicate;
import org.shopscore.aggregator.score.shop.ShopProfile;

/** Judges which entitlements a shop holds after an official day (rules.md 5.8). What it needs of the policy is looked up once for all shops. */
public final class Judge {

    private final Policy policy;
    private final Reach reach;
    private final Set<String> reviews;

    public Judge(Policy policy) {
        this.policy = policy;
        reach = Reach.of(policy);
        reviews = policy.reviews();
    }

    public Policy policy() {
        return policy;
    }

    /** What it looks at of the past. */
    public Reach reach() {
        return reach;
    }

    /** As {@link Policy#reviews}. */
    public Set<String> reviews() {
        return reviews;
    }

    /** @param before what was held after the official day before, with the day since when */
    public List<Outcome> outcomes(Map<String, LocalDate> before, OfficialDays days, ShopProfile profile) {
        var outcomes = new ArrayList<Outcome>(policy.entitlements().size());
        for (Entitlement entitlement : policy.entitlements()) {
            var was = Optional.ofNullable(before.get(entitlement.code()));
            outcomes.add(outcome(entitlement, was, days, profile));
        }
        return outcomes;
    }

    static Outcome outcome(
            Entitlement entitlement, Optional<LocalDate> before, OfficialDays days, ShopProfile profile) {
        var look = new Holds(days, entitlement.stages());
        Optional<Why> standing = standing(entitlement, days);
        Optional<Why> barred = barred(entitlement.personalShop(), profile, days.statDate());
        if (barred.isPresent() && (before.isEmpty() || standing.isEmpty())) {
            return of(entitlement, Optional.empty(), barred.get(), look);
        }
        if (standing.isPresent()) {
            return of(entitlement, before, standing.get(), look);
        }
        if (before.isEmpty()) {
            return look.holds(entitlement.grant())
                    ? of(entitlement, Optional.of(days.statDate()), Why.GRANTED, look)
                    : of(entitlement, before, Why.NOT_GRANTED, look);
        }
        if (isOpenedBy(entitlement, before.get(), days.statDate())) {
            return of(entitlement, before, look.holds(entitlement.grant()) ? Why.GRANTED : Why.NOT_YET, look);
        }
        boolean isLost = entitlement.revoke().map(look::holds).orElseGet(() -> !look.holds(entitlement.grant()));
        return isLost ? of(entitlement, Optional.empty(), Why.REVOKED, look) : of(entitlement, before, Why.KEPT, look);
    }

    /** The day itself, or one before it that was corrected, closes no review: the first later day may (EX-9 f). */
    private static boolean isOpenedBy(Entitlement entitlement, LocalDate since, LocalDate statDate) {
        return entitlement.decidedByPerson() && !since.isBefore(statDate);
    }

    private static Outcome of(Entitlement entitlement, Optional<LocalDate> since, Why why, Holds look) {
        boolean isRecommended =
                since.isPresent() && entitlement.recommend().filter(look::holds).isPresent();
        return new Outcome(entitlement.code(), since, why, isRecommended);
    }

    /** The outcome with what was found of the days. */
    public static Judgement judge(
            Entitlement entitlement, Optional<LocalDate> before, OfficialDays days, ShopProfile profile) {
        var outcome = outcome(entitlement, before, days, profile);
        Predicate decidesWhileHeld = entitlement.revoke().orElse(entitlement.grant());
        Predicate decided = switch (outcome.why()) {
            case KEPT, REVOKED -> decidesWhileHeld;
            case WITHHELD, NOT_TODAY -> outcome.since().isPresent() ? decidesWhileHeld : entitlement.grant();
            case GRANTED, NOT_GRANTED, NOT_YET, PERSONAL_SHOP, PERSONAL_SHOP_TOO_YOUNG -> entitlement.grant();
        };
        return new Judgement(
                outcome.code(),
                outcome.since().isPresent(),
                outcome.since(),
                outcome.why(),
                new Findings(days, entitlement.stages()).of(decided),
                outcome.isRecommended());
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
