package org.shopscore.metric;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What other services need to know of an order: the newest version is the whole truth.
 *
 * @param valid    a valid paid order (rules.md 5.4): no gift, sample, lucky bag, low-price line, not refunded within 60 s, not abnormal
 * @param signedAt when its last parcel was signed for
 * @param version  grows with each change of the order; an older version never replaces a newer one
 */
public record OrderFacts(
        String shopId, String orderId, Instant paidAt, boolean valid, Optional<Instant> signedAt, long version)
        implements Announcement {

    public static final String TYPE = "org.shopscore.order-facts.v1";

    public OrderFacts {
        MetricEvent.requireShopId(shopId);
        requireNonNull(orderId, "orderId");
        requireNonNull(paidAt, "paidAt");
        requireNonNull(signedAt, "signedAt");
        if (version < 1) {
            throw new BoundBroken("version", "must be at least 1", version);
        }
    }

    /** The record key. */
    public String key() {
        return shopId + "/" + orderId;
    }
}
