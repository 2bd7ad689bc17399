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

    /** The buyer has paid and the parcels are with the shop, or some of them are. */
    record Paid(Account account) implements Order {}

    /** The carrier has all parcels. */
    record PickedUp(Account account, Instant at) implements Order {}

    /** The buyer has all parcels; the pickup may never have been reported. */
    record Signed(Account account, Instant at) implements Order {}

    /** What nobody signed for is back with the shop, and nothing is under way. */
    record Returned(Account account, Instant at) implements Order {}

    /** A parcel is given up for lost, and none was sent in its stead; it may turn up all the same. */
    record Lost(Account account, Instant at) implements Order {}

    /** Cancelled at an instant when nothing was handed over yet; parcels may have left all the same, later. */
    record Cancelled(Account account, Instant at) implements Order {}

    static Order paid(Terms terms) {
        return new Paid(Account.opened(terms));
    }

    /** The state that all this makes. */
    static Order of(Account account) {
        var cancelledAt = account.reports().cancelledAt().filter(at -> isBeforeHandOver(at, account));
        if (cancelledAt.isPresent()) {
            return new Cancelled(account, cancelledAt.get());
        }
        return account.signedAt()
                .<Order>map(at -> new Signed(account, at))
                .or(() -> account.parcels().lostAt().map(at -> new Lost(account, at)))
                .or(() -> account.parcels().returnedAt().map(at -> new Returned(account, at)))
                .or(() -> account.pickedUpAt().map(at -> new PickedUp(account, at)))
                .orElseGet(() -> new Paid(account));
    }

    private static boolean isBeforeHandOver(Instant cancelledAt, Account account) {
        return account.handedOverAt().filter(at -> !at.isAfter(cancelledAt)).isEmpty();
    }

    default Optional<Instant> pickedUpAt() {
        return account().pickedUpAt();
    }

    default Optional<Instant> signedAt() {
        return account().signedAt();
    }

    default Optional<Instant> cancelledAt() {
        return this instanceof Cancelled cancelled ? Optional.of(cancelled.at) : Optional.empty();
    }

    default Order pickedUp(Instant at) {
        return of(account().with(account().reports().pickedUp(at)));
    }

    default Order signed(Instant at) {
        return of(account().with(account().reports().signed(at)));
    }

    /** Empty when the parcels had been handed over by then; what was told before changes nothing, whatever came since. */
    default Optional<Order> cancelled(Instant at) {
        if (account().reports().cancelledAt().filter(at::equals).isPresent()) {
            return Optional.of(this);
        }
        if (account().handedOverAt().filter(at::isAfter).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(of(account().with(account().reports().cancelled(at))));
    }

    default Order refunded(Instant at) {
        return of(account().with(account().reports().refunded(at)));
    }

    /** Everything due before {@code now} is past its limit. */
    default Order passed(Instant now) {
        return of(account().passed(now));
    }
}
