package org.shopscore.aggregator.entitlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.entitlement.Bound;
import org.shopscore.aggregator.policy.entitlement.Entitlement;
import org.shopscore.aggregator.policy.entitlement.Predicate;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.shop.ShopProfile;

/** What is granted for months that passed, and the days it is granted by. */
public final class MonthlyShop {

    public static Entitlement grant(Predicate grant, String... stages) {
        return new Entitlement(
                "flagship",
                grant,
                Optional.empty(),
                Optional.empty(),
                Set.of(stages),
                new Entitlement.PersonalShop.LikeAll(),
                Optional.empty(),
                false);
    }

    /** The shipped one with no other entitlement. */
    static Policy policy(Entitlement only) {
        Policy of = Shipped.POLICY;
        return new Policy(
                of.id(),
                of.version(),
                of.scale(),
                of.stages(),
                of.mandatoryFeeds(),
                of.fallback(),
                of.dimensions(),
                of.metrics(),
                of.categoryWeights(),
                of.diagnostics(),
                of.bonuses(),
                of.deductionGroups(),
                of.levels(),
                of.severeViolations(),
                List.of(only));
    }

    public static Judgement judge(Predicate grant, OfficialDays days) {
        return Judge.judge(grant(grant, "FORMAL"), Optional.empty(), days, ShopProfile.UNKNOWN);
    }

    public static Predicate.Passes latest(int months, int ofMonths, String atLeast) {
        return new Predicate.Passes(months, ofMonths, new Predicate.Latest("total", atLeast(atLeast)));
    }

    public static Bound atLeast(String figure) {
        return new Bound(Bound.Comparison.GTE, new BigDecimal(figure));
    }

    public static ScoredDay formal(LocalDate day, String score) {
        return day(day, "FORMAL", score);
    }

    /** The points of the goods are the score's own. */
    public static ScoredDay day(LocalDate day, String stage, String score) {
        var published = new BigDecimal(score);
        return new ScoredDay(
                day,
                stage,
                Optional.of(published),
                Map.of("goods", published.setScale(4)),
                BigDecimal.valueOf(0, 4),
                false);
    }

    /** Each score on its day; all others have none. */
    public static OfficialDays until(String judged, Map<String, String> scores) {
        OfficialDays days = OfficialDays.none(LocalDate.parse(judged));
        for (String on : scores.keySet().stream().sorted().toList()) {
            days = days.with(formal(LocalDate.parse(on), scores.get(on)));
        }
        return new OfficialDays(LocalDate.parse(judged), days.days());
    }

    private MonthlyShop() {}
}
