package org.shopscore.aftersales.review;

import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.OrderFacts;

/** Reads a record of order-facts, and refuses what the table could not hold: that would fail for ever. */
final class FactsRecord {

    private static final Pattern ORDER_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,99}");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** @throws IllegalArgumentException when it cannot be used, and why */
    static OrderFacts read(ConsumerRecord<String, byte[]> told) {
        require(told.value() != null, "a record needs a value");
        var facts = EventJson.readOrderFacts(told.value());
        require(ORDER_ID.matcher(facts.orderId()).matches(), "orderId must match " + ORDER_ID);
        require(facts.key().equals(told.key()), "the key must be shop id/order id");
        requireStorable(facts.paidAt());
        facts.signedAt().ifPresent(FactsRecord::requireStorable);
        return facts;
    }

    private static void requireStorable(Instant instant) {
        require(
                !instant.isBefore(Instant.EPOCH) && !instant.isAfter(LAST),
                "an instant must lie in 1970 to 9999, was " + instant);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    private FactsRecord() {}
}
