package org.shopscore.outbox;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.shopscore.metric.Announcement;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.Heartbeat;
import org.shopscore.metric.Lane;
import org.shopscore.metric.MetricEvent;
import org.shopscore.metric.Notification;
import org.shopscore.metric.OrderFacts;
import org.shopscore.metric.Topics;

/** A record on its way into the outbox: everything but its number. */
record OutboxEntry(
        String topic, int lane, UUID id, String key, String type, String subject, Instant time, String data) {

    /** @param now when it is announced, for what does not say itself when it happened */
    static OutboxEntry of(Announcement announcement, Instant now) {
        return switch (announcement) {
            case MetricEvent event -> of(event);
            case OrderFacts facts -> of(facts, now);
            case Notification notification -> of(notification);
        };
    }

    private static OutboxEntry of(MetricEvent event) {
        String shop = event.shopId();
        return keyed(Topics.METRIC_EVENTS, shop, MetricEvent.TYPE, shop, event.time(), EventJson.write(event));
    }

    private static OutboxEntry of(OrderFacts facts, Instant now) {
        return keyed(Topics.ORDER_FACTS, facts.key(), OrderFacts.TYPE, facts.shopId(), now, EventJson.write(facts));
    }

    private static OutboxEntry of(Notification notification) {
        return keyed(
                Topics.NOTIFICATIONS,
                notification.key(),
                Notification.TYPE,
                notification.shopId(),
                notification.reachedAt(),
                EventJson.write(notification));
    }

    private static OutboxEntry keyed(String topic, String key, String type, String subject, Instant time, String data) {
        return new OutboxEntry(topic, Lane.of(key), UuidCreator.getTimeOrderedEpoch(), key, type, subject, time, data);
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
}
