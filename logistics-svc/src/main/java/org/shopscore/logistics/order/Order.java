package org.shopscore.logistics.order;

import java.time.Instant;
import java.util.Optional;

/**
 * An order in the state that its facts make, in whatever order they became known.
 *
 * <p>Parcels that were handed over before a cancellation make that cancellation void: carriers report late.
 */
public sealed interface Order {

    Account account();

    /** When the carrier had all parcels. */
    Optional<Instant> pickedUpAt();

    /** When the last parcel was signed for. */
    Optional<Instant> signedAt();

    /** The buyer has paid and the parcels are with the shop. */
    record Paid(Account account) implements Order {
        @Override
        public Optional<Instant> pickedUpAt() {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> signedAt() {
            return Optional.empty();
        }
    }

    /** The carrier has the parcels. */
    record PickedUp(Account account, Instant at) implements Order {
        @Override
        public Optional<Instant> pickedUpAt() {
            return Optional.of(at);
        }

        @Override
        public Optional<Instant> signedAt() {
            return Optional.empty();
        }
    }

    /** The buyer has the parcels; the pickup may never have been reported. */
    record Signed(Account account, Optional<Instant> pickedUpAt, Instant at) implements Order {
        @Override
        public Optional<Instant> signedAt() {
            return Optional.of(at);
        }
    }

    /** Cancelled at an instant when nothing was handed over yet; parcels may have left all the same, later. */
    record Cancelled(Account account, Instant at, Optional<Instant> pickedUpAt, Optional<Instant> signedAt)
            implements Order {}

    static Order paid(Terms terms) {
        return new Paid(Account.opened(terms));
    }

    /** The state these facts make. */
    static Order of(
            Account account, Optional<Instant> pickedUpAt, Optional<Instant> signedAt, Optional<Instant> cancelledAt) {
        var handedOverAt = Earliest.of(pickedUpAt, signedAt);
        if (cancelledAt.isPresent()
                && handedOverAt.filter(at -> !at.isAfter(cancelledAt.get())).isEmpty()) {
            return new Cancelled(account, cancelledAt.get(), pickedUpAt, signedAt);
        }
        if (signedAt.isPresent()) {
            return new Signed(account, pickedUpAt, signedAt.get());
        }
        return pickedUpAt.<Order>map(at -> new PickedUp(account, at)).orElseGet(() -> new Paid(account));
    }

    default Order pickedUp(Instant at) {
        return of(account(), Optional.of(Earliest.of(pickedUpAt(), at)), signedAt(), cancelledAt());
    }

    default Order signed(Instant at) {
        return of(account(), pickedUpAt(), Optional.of(Earliest.of(signedAt(), at)), cancelledAt());
    }

    /** Empty when the parcels had been handed over by then. */
    default Optional<Order> cancelled(Instant at) {
        if (handedOverAt().filter(at::isAfter).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(of(account(), pickedUpAt(), signedAt(), Optional.of(Earliest.of(cancelledAt(), at))));
    }

    default Order refunded(Instant at) {
        return with(account().refunded(at));
    }

    /** Everything due before {@code now} is past its limit. */
    default Order passed(Instant now) {
        return with(account().passed(now));
    }

    default Optional<Instant> cancelledAt() {
        return this instanceof Cancelled cancelled ? Optional.of(cancelled.at) : Optional.empty();
    }

    /** When the parcels left the shop, as far as anyone reported. */
    default Optional<Instant> handedOverAt() {
        return Earliest.of(pickedUpAt(), signedAt());
    }

    private Order with(Account account) {
        return of(account, pickedUpAt(), signedAt(), cancelledAt());
    }
}
