package org.shopscore.logistics.order;

import java.time.Instant;
import java.util.Optional;

/** What was told of the order as a whole, each fact at the earliest instant that anyone gave. */
public record Reports(
        Optional<Instant> pickedUpAt,
        Optional<Instant> signedAt,
        Optional<Instant> cancelledAt,
        Optional<Instant> refundedAt) {

    public static final Reports NONE =
            new Reports(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    Reports pickedUp(Instant at) {
        return new Reports(Optional.of(Earliest.of(pickedUpAt, at)), signedAt, cancelledAt, refundedAt);
    }

    Reports signed(Instant at) {
        return new Reports(pickedUpAt, Optional.of(Earliest.of(signedAt, at)), cancelledAt, refundedAt);
    }

    Reports cancelled(Instant at) {
        return new Reports(pickedUpAt, signedAt, Optional.of(Earliest.of(cancelledAt, at)), refundedAt);
    }

    Reports refunded(Instant at) {
        return new Reports(pickedUpAt, signedAt, cancelledAt, Optional.of(Earliest.of(refundedAt, at)));
    }
}
