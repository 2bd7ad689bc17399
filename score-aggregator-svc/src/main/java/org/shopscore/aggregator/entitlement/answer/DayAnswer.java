package org.shopscore.aggregator.entitlement.answer;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.entitlement.Judge;
import org.shopscore.aggregator.entitlement.Judgement;
import org.shopscore.aggregator.entitlement.Outlook;
import org.shopscore.aggregator.entitlement.answer.EntitlementAnswer.Held;
import org.shopscore.aggregator.entitlement.answer.EntitlementAnswer.Review;
import org.shopscore.aggregator.entitlement.held.PastDay;
import org.shopscore.aggregator.entitlement.standing.Standing;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.entitlement.Entitlement;

/**
 * One day of one shop, judged once more for its reasons.
 *
 * @param before what was held after the official day before
 */
record DayAnswer(Policy policy, Optional<Standing> before, PastDay day, Outlook outlook) {

    EntitlementAnswer of(String shopId, Row row) {
        var held = new ArrayList<Held>();
        var reviews = new ArrayList<Review>();
        for (Entitlement entitlement : policy.entitlements()) {
            Judgement judged = judge(entitlement);
            if (entitlement.decidedByPerson()) {
                reviews.add(review(entitlement, judged));
            } else {
                held.add(held(entitlement, judged));
            }
        }
        var weight = row.getBigDecimal("traffic_weight");
        return new EntitlementAnswer(
                shopId,
                day.statDate(),
                day.evaluation(),
                row.getOffsetDateTime("known_at").toInstant(),
                row.getString("policy"),
                row.getString("stage"),
                row.getString("level"),
                weight == null ? null : weight.toPlainString(),
                List.copyOf(held),
                List.copyOf(reviews));
    }

    /** What is stored holds: a review stays open over a correction that no longer explains it by the day before. */
    private Judgement judge(Entitlement entitlement) {
        Optional<LocalDate> stored = Optional.ofNullable(day.standing().since().get(entitlement.code()));
        Judgement judged = judge(
                entitlement,
                before.flatMap(was ->
                        Optional.ofNullable(was.sinceFor(policy.reviews()).get(entitlement.code()))));
        return judged.isHeld() == stored.isPresent() ? judged : judge(entitlement, stored);
    }

    private Judgement judge(Entitlement entitlement, Optional<LocalDate> since) {
        return Judge.judge(entitlement, since, day.standing().days(), day.profile());
    }

    private Held held(Entitlement entitlement, Judgement judged) {
        return new Held(
                judged.code(),
                Reasons.names(judged.code()),
                judged.isHeld(),
                judged.since(),
                judged.why().name(),
                Reasons.of(judged, day.statDate()),
                judged.findings().stream().map(Figures::of).toList(),
                judged.isHeld() ? Optional.empty() : outlook.canBeHeld(entitlement));
    }

    private Review review(Entitlement entitlement, Judgement judged) {
        return new Review(
                judged.code(),
                Reasons.names(judged.code()),
                judged.isHeld(),
                judged.isRecommended(),
                judged.since(),
                judged.why().name(),
                Reasons.ofReview(judged, day.statDate()),
                judged.findings().stream().map(Figures::of).toList(),
                judged.since().flatMap(since -> outlook.canEnd(entitlement, since)));
    }
}
