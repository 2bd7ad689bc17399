package org.shopscore.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.Heartbeat;
import org.shopscore.metric.Lane;
import org.shopscore.metric.MetricEvent;
import org.shopscore.metric.OrderFacts;
import org.shopscore.metric.Topics;

/** A record on its way into the outbox: everything but its number. */
record OutboxEntry(String topic, int lane, UUID id, String key, String type, String subject, Instant time, String data)
        implements Comparable<OutboxEntry> {

    static final String ORDER_FACTS_TYPE = "org.shopscore.order-facts.v1";

    static OutboxEntry of(MetricEvent event) {
        String shop = event.shopId();
        return new OutboxEntry(
                Topics.METRIC_EVENTS,
                Lane.of(shop),
                UuidCreator.getTimeOrderedEpoch(),
                shop,
                MetricEvent.TYPE,
                shop,
                event.time(),
                EventJson.write(event));
    }

    static OutboxEntry of(OrderFacts facts, Instant now) {
        return new OutboxEntry(
                Topics.ORDER_FACTS,
                Lane.of(facts.key()),
                UuidCreator.getTimeOrderedEpoch(),
                facts.key(),
                ORDER_FACTS_TYPE,
                facts.shopId(),
                now,
                EventJson.write(facts));
    }

    /** A heartbeat speaks for the lane, not for a shop: it has no key, and its subject is the lane. */
    static OutboxEntry of(Heartbeat heartbeat, int lane) {
        return new OutboxEntry(
                Topics.METRIC_EVENTS,
                lane,
                UuidCreator.getTimeOrderedEpoch(),
                null,
                Heartbeat.TYPE,
                "lane/" + lane,
                heartbeat.time(),
                EventJson.write(heartbeat));
    }

    OffsetDateTime timeUtc() {
        return time.atOffset(ZoneOffset.UTC);
    }

    /** Lanes are locked in this order by everybody, so that two transactions never wait for each other. */
    @Override
    public int compareTo(OutboxEntry other) {
        int byTopic = topic.compareTo(other.topic);
        return byTopic != 0 ? byTopic : Integer.compare(lane, other.lane);
    }
}
