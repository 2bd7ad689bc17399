package org.shopscore.metric;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of the measures, each with what makes it one more and the day it counts for (measures.md, version 1).
 *
 * <p>A name never changes its meaning: another way to count is another name. Each is emitted by its one owner, and by no other source.
 */
public final class Measures {

    /** A turn closes: the first human answer, or 600 s; anchored at its start. */
    public static final String CHAT_TURNS = "chat.turns";

    /** A turn is answered by a human within 180.000 s; anchored at its start. */
    public static final String CHAT_TURNS_WITHIN_3MIN = "chat.turns-within-3min";

    /** Seconds waited in a turn, whole seconds rounded down, 600 at most; anchored at its start. */
    public static final String CHAT_REPLY_SECONDS = "chat.reply-seconds";

    /** A session with a human part gets its first rating; anchored when rated. */
    public static final String CHAT_SESSIONS_RATED = "chat.sessions-rated";

    /** That first rating is 1 to 3; anchored when rated. */
    public static final String CHAT_SESSIONS_DISSATISFIED = "chat.sessions-dissatisfied";

    /** A session ends, at any hour; anchored at its start. */
    public static final String CHAT_SESSIONS = "chat.sessions";

    /** A session ends without a human; anchored at its start. */
    public static final String CHAT_SESSIONS_BOT_RESOLVED = "chat.sessions-bot-resolved";

    /** A session went from bot to human; anchored at its start. */
    public static final String CHAT_SESSIONS_HANDED_OVER = "chat.sessions-handed-over";

    /** An ordinary inquiry is answered or 24 h pass; anchored at min(answered, due). */
    public static final String INQUIRY_DUE = "inquiry.due";

    /** It is answered within 24 h; anchored at min(answered, due). */
    public static final String INQUIRY_WITHIN_24H = "inquiry.within-24h";

    /** A complaint about an agent is upheld as false advertising; anchored when decided. */
    public static final String VERDICT_FALSE_ADVERTISING = "verdict.false-advertising";

    /** A complaint about an agent is upheld as abuse of a buyer; anchored when decided. */
    public static final String VERDICT_BUYER_ABUSE = "verdict.buyer-abuse";

    /** A signed valid order has its first product rating; anchored when signed. */
    public static final String REVIEW_ORDERS_RATED = "review.orders-rated";

    /** Stars, 1 to 5, of that first rating; anchored when signed. */
    public static final String REVIEW_STARS = "review.stars";

    /** That first rating has 1 or 2 stars; anchored when signed. */
    public static final String REVIEW_NEGATIVE = "review.negative";

    /** The first reason of a signed valid order's first case is a quality reason; anchored when signed. */
    public static final String GOODS_QUALITY_RETURNS = "goods.quality-returns";

    /** The first reason is product or packaging damage; anchored when paid. */
    public static final String GOODS_DAMAGE_RETURNS = "goods.damage-returns";

    /** The first reason is a logistics reason and a logistics verdict or compensation follows; anchored when paid. */
    public static final String ORDER_LOGISTICS_FAULT_RETURNS = "order.logistics-fault-returns";

    /** A refund completes or its standard passes; anchored at min(completed, due). */
    public static final String REFUND_DUE = "refund.due";

    /** A refund completes within its standard; anchored at min(completed, due). */
    public static final String REFUND_ON_TIME = "refund.on-time";

    /** A refund completes; anchored when completed. */
    public static final String REFUND_COMPLETED = "refund.completed";

    /** Seconds from request to completion of a refund; anchored when completed. */
    public static final String REFUND_SECONDS = "refund.seconds";

    /** Seconds to the first decision, on the audit clock, never negative; anchored when decided. */
    public static final String CASE_AUDIT_SECONDS = "case.audit-seconds";

    /** A case is first decided by merchant or system; anchored when decided. */
    public static final String CASE_AUDITED = "case.audited";

    /** A succeeded case has its first rating within 30 d of closing; anchored when rated. */
    public static final String CASE_RATINGS = "case.ratings";

    /** That rating is 4 or 5; anchored when rated. */
    public static final String CASE_RATINGS_SATISFIED = "case.ratings-satisfied";

    /** A complaint is filed; anchored when filed. */
    public static final String COMPLAINT_FILED = "complaint.filed";

    /** A complaint is resolved or its limit passes; anchored at min(resolved, due). */
    public static final String COMPLAINT_DUE = "complaint.due";

    /** It is resolved within its limit; anchored at min(resolved, due). */
    public static final String COMPLAINT_ON_TIME = "complaint.on-time";

    /** The first case of an order; anchored when asked. */
    public static final String HELP_ORDERS_ASKING = "help.orders-asking";

    /** An order's first escalation to the platform; anchored when asked. */
    public static final String HELP_ORDERS_ESCALATED = "help.orders-escalated";

    /** Points, 1 to 5, for timeliness; anchored when answered. */
    public static final String SURVEY_TIMELINESS_POINTS = "survey.timeliness-points";

    /** An answer about timeliness; anchored when answered. */
    public static final String SURVEY_TIMELINESS_ANSWERS = "survey.timeliness-answers";

    /** Points, 1 to 5, for attitude; anchored when answered. */
    public static final String SURVEY_ATTITUDE_POINTS = "survey.attitude-points";

    /** An answer about attitude; anchored when answered. */
    public static final String SURVEY_ATTITUDE_ANSWERS = "survey.attitude-answers";

    /** Points, 1 to 5, for compensation; anchored when answered. */
    public static final String SURVEY_COMPENSATION_POINTS = "survey.compensation-points";

    /** An answer about compensation; anchored when answered. */
    public static final String SURVEY_COMPENSATION_ANSWERS = "survey.compensation-answers";

    /** Pieces sampled; anchored when inspected. */
    public static final String INSPECTION_SAMPLED = "inspection.sampled";

    /** Sampled pieces that passed; anchored when inspected. */
    public static final String INSPECTION_PASSED = "inspection.passed";

    /** The platform decides a violation: abnormal return address; anchored when decided. */
    public static final String VERDICT_ABNORMAL_RETURN_ADDRESS = "verdict.abnormal-return-address";

    /** The platform decides a violation: invoice refused; anchored when decided. */
    public static final String VERDICT_INVOICE_REFUSED = "verdict.invoice-refused";

    /** The platform decides a violation: unjustified refusal; anchored when decided. */
    public static final String VERDICT_UNJUSTIFIED_REFUSAL = "verdict.unjustified-refusal";

    /** The platform decides a violation: brushing; anchored when decided. */
    public static final String VERDICT_BRUSHING = "verdict.brushing";

    /** The platform decides a violation: fraudulent shipment; anchored when decided. */
    public static final String VERDICT_FRAUD_SHIPMENT = "verdict.fraud-shipment";

    /** The platform decides a violation: brand confusion; anchored when decided. */
    public static final String VERDICT_BRAND_CONFUSION = "verdict.brand-confusion";

    /** A valid order is paid; anchored when paid. */
    public static final String ORDER_PAID = "order.paid";

    /** A valid order's last parcel is signed for; anchored when signed. */
    public static final String ORDER_SIGNED = "order.signed";

    /** The carrier has picked up all parcels, or the due time passes; anchored at min(picked up, due). */
    public static final String PICKUP_DUE = "pickup.due";

    /** Picked up by the due time; anchored at min(picked up, due). */
    public static final String PICKUP_ON_TIME = "pickup.on-time";

    /** The carrier has picked up all parcels; anchored when picked up. */
    public static final String PICKUP_DONE = "pickup.done";

    /** Seconds from payment to pickup, on the pickup clock, never negative; anchored when picked up. */
    public static final String PICKUP_SECONDS = "pickup.seconds";

    /** Signed, or the promised time passes; anchored at min(signed, due). */
    public static final String DELIVERY_DUE = "delivery.due";

    /** Signed by the promised time; anchored at min(signed, due). */
    public static final String DELIVERY_ON_TIME = "delivery.on-time";

    /** Signed on the calendar day after payment or earlier; anchored when signed. */
    public static final String DELIVERY_NEXT_DAY = "delivery.next-day";

    /** Seconds between two carrier scans; anchored at the later scan. */
    public static final String TRACKING_GAP_SECONDS = "tracking.gap-seconds";

    /** A pair of carrier scans; anchored at the later scan. */
    public static final String TRACKING_GAPS = "tracking.gaps";

    /** An exception opens: label lost, damaged, lost, too long; anchored when opened. */
    public static final String SHIPMENT_EXCEPTIONS = "shipment.exceptions";

    private static final Set<String> OF_CUSTOMER_SERVICE = Set.of(
            CHAT_TURNS,
            CHAT_TURNS_WITHIN_3MIN,
            CHAT_REPLY_SECONDS,
            CHAT_SESSIONS_RATED,
            CHAT_SESSIONS_DISSATISFIED,
            CHAT_SESSIONS,
            CHAT_SESSIONS_BOT_RESOLVED,
            CHAT_SESSIONS_HANDED_OVER,
            INQUIRY_DUE,
            INQUIRY_WITHIN_24H,
            VERDICT_FALSE_ADVERTISING,
            VERDICT_BUYER_ABUSE);

    private static final Set<String> OF_AFTER_SALES = Set.of(
            REVIEW_ORDERS_RATED,
            REVIEW_STARS,
            REVIEW_NEGATIVE,
            GOODS_QUALITY_RETURNS,
            GOODS_DAMAGE_RETURNS,
            ORDER_LOGISTICS_FAULT_RETURNS,
            REFUND_DUE,
            REFUND_ON_TIME,
            REFUND_COMPLETED,
            REFUND_SECONDS,
            CASE_AUDIT_SECONDS,
            CASE_AUDITED,
            CASE_RATINGS,
            CASE_RATINGS_SATISFIED,
            COMPLAINT_FILED,
            COMPLAINT_DUE,
            COMPLAINT_ON_TIME,
            HELP_ORDERS_ASKING,
            HELP_ORDERS_ESCALATED,
            SURVEY_TIMELINESS_POINTS,
            SURVEY_TIMELINESS_ANSWERS,
            SURVEY_ATTITUDE_POINTS,
            SURVEY_ATTITUDE_ANSWERS,
            SURVEY_COMPENSATION_POINTS,
            SURVEY_COMPENSATION_ANSWERS,
            INSPECTION_SAMPLED,
            INSPECTION_PASSED,
            VERDICT_ABNORMAL_RETURN_ADDRESS,
            VERDICT_INVOICE_REFUSED,
            VERDICT_UNJUSTIFIED_REFUSAL,
            VERDICT_BRUSHING,
            VERDICT_FRAUD_SHIPMENT,
            VERDICT_BRAND_CONFUSION);

    private static final Set<String> OF_LOGISTICS = Set.of(
            ORDER_PAID,
            ORDER_SIGNED,
            PICKUP_DUE,
            PICKUP_ON_TIME,
            PICKUP_DONE,
            PICKUP_SECONDS,
            DELIVERY_DUE,
            DELIVERY_ON_TIME,
            DELIVERY_NEXT_DAY,
            TRACKING_GAP_SECONDS,
            TRACKING_GAPS,
            SHIPMENT_EXCEPTIONS);

    private static final Map<String, String> OWNERS = Stream.of(
                    Map.entry(Sources.CUSTOMER_SERVICE, OF_CUSTOMER_SERVICE),
                    Map.entry(Sources.AFTER_SALES, OF_AFTER_SALES),
                    Map.entry(Sources.LOGISTICS, OF_LOGISTICS))
            .flatMap(owned -> owned.getValue().stream().map(name -> Map.entry(name, owned.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** The one source that may emit the measure; empty for a name this version does not know. */
    public static Optional<String> ownerOf(String name) {
        return Optional.ofNullable(OWNERS.get(name));
    }

    /** Every name of this version. */
    public static Set<String> names() {
        return OWNERS.keySet();
    }

    private Measures() {}
}
