package org.shopscore.logistics.shipment;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanStatus;

/** The set of a parcel's scans, and how far they prove it has come. */
final class Trail {

    private final Collection<Scan> scans;

    Trail(Collection<Scan> scans) {
        this.scans = List.copyOf(scans);
    }

    /**
     * The shipment that these scans make of what was declared.
     *
     * @param withdrawnAt when the shop took the parcel back
     */
    Shipment shipment(Consignment consignment, Optional<Instant> withdrawnAt) {
        var milestones = milestones(withdrawnAt);
        return state(milestones).with(consignment, milestones);
    }

    private Milestones milestones(Optional<Instant> withdrawnAt) {
        var pickedUpAt = earliest(ScanStatus::provesCustody);
        var signedAt = earliest(ScanStatus.DELIVERED::equals);
        var returnedAt = earliest(ScanStatus.RETURNED::equals);
        boolean hasEnded = signedAt.isPresent() || returnedAt.isPresent();
        return new Milestones(
                pickedUpAt,
                signedAt,
                returnedAt,
                earliest(ScanStatus.LOST::equals).filter(_ -> !hasEnded && isGivenUp()),
                cancelledAt(withdrawnAt).filter(_ -> pickedUpAt.isEmpty()),
                latest(_ -> true));
    }

    private Optional<Instant> cancelledAt(Optional<Instant> withdrawnAt) {
        return Stream.concat(withdrawnAt.stream(), instants(ScanStatus.CANCELLED::equals))
                .min(Instant::compareTo);
    }

    private ShipmentState state(Milestones milestones) {
        if (milestones.signedAt().isPresent()) {
            return sentBack(milestones.signedAt().get()).orElse(ShipmentState.SIGNED);
        }
        if (milestones.returnedAt().isPresent()) {
            return ShipmentState.RETURNED;
        }
        if (milestones.lostAt().isPresent()) {
            return ShipmentState.LOST;
        }
        return sentBack(Instant.MIN).orElseGet(() -> underWay(milestones));
    }

    private Optional<ShipmentState> sentBack(Instant since) {
        if (latest(ScanStatus.RETURNED::equals)
                .filter(at -> !at.isBefore(since))
                .isPresent()) {
            return Optional.of(ShipmentState.RETURNED);
        }
        return latest(ScanStatus.RETURNING::equals)
                .filter(at -> !at.isBefore(since))
                .map(_ -> ShipmentState.RETURNING);
    }

    private ShipmentState underWay(Milestones milestones) {
        if (milestones.pickedUpAt().isEmpty()) {
            return milestones.cancelledAt().isPresent() ? ShipmentState.CANCELLED : ShipmentState.ANNOUNCED;
        }
        return scans.stream()
                .filter(scan -> scan.status().provesCustody() && scan.status() != ScanStatus.PICKED_UP)
                .max(Comparator.comparing(Scan::at).thenComparing(Scan::status))
                .map(scan -> state(scan.status()))
                .orElse(ShipmentState.PICKED_UP);
    }

    /** A hand-over that is scanned late does not take the parcel back to where it was handed over. */
    private static ShipmentState state(ScanStatus moved) {
        return switch (moved) {
            case OUT_FOR_DELIVERY -> ShipmentState.OUT_FOR_DELIVERY;
            case READY_FOR_PICKUP -> ShipmentState.READY_FOR_PICKUP;
            case PICKED_UP, IN_TRANSIT, CUSTOMS, ARRIVED_LOCAL, DELIVERY_ATTEMPT_FAILED -> ShipmentState.IN_TRANSIT;
            case DELIVERED, RETURNING, RETURNED, PENDING, INFO_RECEIVED, EXCEPTION, LOST, EXPIRED, CANCELLED, UNKNOWN ->
                throw new IllegalArgumentException(moved + " is no way of being under way");
        };
    }

    /** Whether nothing proves that the parcel turned up after it was given up. */
    private boolean isGivenUp() {
        var givenUpAt = latest(ScanStatus.LOST::equals);
        return latest(ScanStatus::provesCustody)
                .filter(at -> givenUpAt.filter(at::isAfter).isPresent())
                .isEmpty();
    }

    private Optional<Instant> earliest(Predicate<ScanStatus> status) {
        return instants(status).min(Instant::compareTo);
    }

    private Optional<Instant> latest(Predicate<ScanStatus> status) {
        return instants(status).max(Instant::compareTo);
    }

    private Stream<Instant> instants(Predicate<ScanStatus> status) {
        return scans.stream().filter(scan -> status.test(scan.status())).map(Scan::at);
    }
}
