package org.shopscore.logistics.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * All that is known of an order; its state is made of this alone.
 *
 * @param passedUntil everything due before this instant is known to be past its limit; empty until a sweep has looked
 */
public record Account(
        Terms terms, Reports reports, Parcels parcels, Exclusions exclusions, Optional<Instant> passedUntil) {

    /** A refund this soon after the payment takes the order back as if it had not been (rules.md 5.4). */
    private static final Duration TAKEN_BACK = Duration.ofSeconds(60);

    static Account opened(Terms terms) {
        return new Account(terms, Reports.NONE, Parcels.NONE, Exclusions.NONE, Optional.empty());
    }

    /** A valid paid order: no flag, not refunded within 60 s of its payment. */
    public boolean isValid() {
        Instant limit = terms.paidAt().plus(TAKEN_BACK);
        return terms.flags().isEmpty()
                && reports.refundedAt().filter(at -> !at.isAfter(limit)).isEmpty();
    }

    /** When the carrier had all parcels: as told of the order, or as its parcels' scans say, the earlier. */
    public Optional<Instant> pickedUpAt() {
        return Earliest.of(reports.pickedUpAt(), parcels.pickedUpAt());
    }

    /** When the last parcel was signed for: as told of the order, or as its parcels' scans say, the earlier. */
    public Optional<Instant> signedAt() {
        return Earliest.of(reports.signedAt(), parcels.signedAt());
    }

    /** When the parcels left the shop, as far as anyone reported. */
    public Optional<Instant> handedOverAt() {
        return Earliest.of(pickedUpAt(), signedAt());
    }

    boolean hasPassed(Instant due) {
        return passedUntil.filter(due::isBefore).isPresent();
    }

    Account with(Terms edited) {
        return new Account(edited, reports, parcels, exclusions, passedUntil);
    }

    Account with(Reports told) {
        return new Account(terms, told, parcels, exclusions, passedUntil);
    }

    Account with(Parcels moved) {
        return new Account(terms, reports, moved, exclusions, passedUntil);
    }

    Account with(Exclusions decided) {
        return new Account(terms, reports, parcels, decided, passedUntil);
    }

    Account passed(Instant now) {
        return new Account(terms, reports, parcels, exclusions, Optional.of(now));
    }
}
