package org.shopscore.logistics.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an order carries through all its states.
 *
 * @param passedUntil everything due before this instant is known to be past its limit; empty until a sweep has looked
 */
public record Account(Terms terms, Optional<Instant> refundedAt, Optional<Instant> passedUntil) {

    /** A refund this soon after the payment takes the order back as if it had not been (rules.md 5.4). */
    private static final Duration TAKEN_BACK = Duration.ofSeconds(60);

    static Account opened(Terms terms) {
        return new Account(terms, Optional.empty(), Optional.empty());
    }

    /** A valid paid order: no flag, not refunded within 60 s of its payment. */
    boolean isValid() {
        Instant limit = terms.paidAt().plus(TAKEN_BACK);
        return terms.flags().isEmpty()
                && refundedAt.filter(at -> !at.isAfter(limit)).isEmpty();
    }

    boolean hasPassed(Instant due) {
        return passedUntil.filter(due::isBefore).isPresent();
    }

    Account refunded(Instant at) {
        return new Account(terms, Optional.of(Earliest.of(refundedAt, at)), passedUntil);
    }

    Account passed(Instant now) {
        return new Account(terms, refundedAt, Optional.of(now));
    }
}
