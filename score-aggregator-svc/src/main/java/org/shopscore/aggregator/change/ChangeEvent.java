package org.shopscore.aggregator.change;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One thing to tell.
 *
 * @param statDate the official day that it belongs to, and is told with; empty for what is told at once
 * @param topic    what of the shop it is about, e.g. {@code entitlements/ads}: the newest of each is what holds
 * @param type     of the CloudEvent
 * @param data     JSON
 */
public record ChangeEvent(Optional<LocalDate> statDate, String shopId, String topic, String type, String data) {

    String key() {
        return shopId + "/" + topic;
    }
}
