package org.shopscore.logistics.carrier.tally;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By when the buyer was to have the parcel.
 *
 * @param dueAt  of several orders in it the earliest; in time up to and including this instant
 * @param passed whether this instant is known to be past
 */
public record Promise(Instant dueAt, boolean passed) {

    /** min(signed, due) once the outcome is decided; a parcel that came back unsigned is neither late nor in time. */
    Optional<Instant> decidedAt(Journey journey) {
        if (journey.signedAt().isEmpty() && journey.returnedAt().isPresent()) {
            return Optional.empty();
        }
        boolean decided = journey.signedAt().isPresent() || journey.lostAt().isPresent() || passed;
        return decided ? first(journey) : Optional.empty();
    }

    boolean isKept(Journey journey) {
        return journey.signedAt().filter(at -> !at.isAfter(dueAt)).isPresent();
    }

    private Optional<Instant> first(Journey journey) {
        return Stream.of(Optional.of(dueAt), journey.signedAt(), journey.lostAt())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }
}
