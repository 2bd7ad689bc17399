package org.shopscore.aggregator.ingest.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.shopscore.metric.Sources;

/**
 * A kind of fact: who tells it, how often, and what it adds.
 *
 * @param weight   how many of all facts, in parts of the weights' sum
 * @param measures in the order of their names
 */
record Kind(String source, int weight, List<Part> measures) {

    /** Every amount from {@code least} to {@code most} is as likely. */
    record Part(String measure, int least, int most) {

        static Part of(String text) {
            String[] parts = text.split(" ", -1);
            int least = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
            return new Part(parts[0], least, parts.length > 2 ? Integer.parseInt(parts[2]) : least);
        }
    }

    /** Gives each shop orders to be scored by, on one of the past days. */
    static final Kind HISTORY = of(Sources.LOGISTICS, 0, "order.paid 40 60", "order.signed 35 40");

    static final List<Kind> ALL = List.of(
            of(Sources.LOGISTICS, 14, "order.paid"),
            of(Sources.LOGISTICS, 10, "pickup.done", "pickup.due", "pickup.on-time", "pickup.seconds 3600 90000"),
            of(Sources.LOGISTICS, 2, "pickup.done", "pickup.due", "pickup.seconds 90001 300000"),
            of(Sources.LOGISTICS, 9, "delivery.due", "delivery.on-time", "order.signed"),
            of(Sources.LOGISTICS, 2, "delivery.due", "delivery.next-day", "delivery.on-time", "order.signed"),
            of(Sources.LOGISTICS, 2, "delivery.due", "order.signed"),
            of(Sources.LOGISTICS, 6, "tracking.gap-seconds 600 80000", "tracking.gaps"),
            of(Sources.LOGISTICS, 1, "shipment.exceptions"),
            of(Sources.CUSTOMER_SERVICE, 12, "chat.reply-seconds 1 180", "chat.turns", "chat.turns-within-3min"),
            of(Sources.CUSTOMER_SERVICE, 2, "chat.reply-seconds 181 600", "chat.turns"),
            of(Sources.CUSTOMER_SERVICE, 5, "chat.sessions", "chat.sessions-rated"),
            of(Sources.CUSTOMER_SERVICE, 1, "chat.sessions", "chat.sessions-dissatisfied", "chat.sessions-rated"),
            of(Sources.CUSTOMER_SERVICE, 5, "chat.sessions", "chat.sessions-bot-resolved"),
            of(Sources.CUSTOMER_SERVICE, 2, "inquiry.due", "inquiry.within-24h"),
            of(Sources.AFTER_SALES, 7, "review.orders-rated", "review.stars 4 5"),
            of(Sources.AFTER_SALES, 1, "review.negative", "review.orders-rated", "review.stars 1 2"),
            of(Sources.AFTER_SALES, 4, "refund.completed", "refund.due", "refund.on-time", "refund.seconds 60 90000"),
            of(Sources.AFTER_SALES, 1, "refund.due"),
            of(Sources.AFTER_SALES, 3, "case.audit-seconds 60 90000", "case.audited"),
            of(Sources.AFTER_SALES, 3, "case.ratings", "case.ratings-satisfied"),
            of(Sources.AFTER_SALES, 1, "case.ratings"),
            of(Sources.AFTER_SALES, 1, "complaint.due", "complaint.filed", "complaint.on-time"),
            of(Sources.AFTER_SALES, 1, "complaint.due", "complaint.filed"),
            of(Sources.AFTER_SALES, 1, "goods.quality-returns"),
            of(Sources.AFTER_SALES, 1, "order.logistics-fault-returns"),
            of(Sources.AFTER_SALES, 2, "help.orders-asking"),
            of(Sources.AFTER_SALES, 1, "help.orders-asking", "help.orders-escalated"));

    /** Each kind as often as it weighs. */
    private static final Kind[] WEIGHED = ALL.stream()
            .flatMap(kind -> java.util.Collections.nCopies(kind.weight, kind).stream())
            .toArray(Kind[]::new);

    static Kind of(String source, int weight, String... measures) {
        return new Kind(source, weight, Arrays.stream(measures).map(Part::of).toList());
    }

    static Kind any(SplittableRandom random) {
        return WEIGHED[random.nextInt(WEIGHED.length)];
    }

    long[] amounts(SplittableRandom random, int sign) {
        var amounts = new long[measures.size()];
        for (int i = 0; i < amounts.length; i++) {
            Part part = measures.get(i);
            amounts[i] = (long) sign * random.nextInt(part.least, part.most + 1);
        }
        return amounts;
    }
}
