package org.shopscore.logistics.carrier.tally;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.shopscore.logistics.carrier.performance.Leg;
import org.shopscore.logistics.carrier.performance.Stage;

/**
 * A parcel's way, as far as it is known.
 *
 * @param reached when it first came to each stage
 */
public record Journey(
        Map<Stage, Instant> reached,
        Optional<Instant> signedAt,
        Optional<Instant> returnedAt,
        Optional<Instant> lostAt) {

    public Journey {
        reached = Map.copyOf(reached);
    }

    Optional<Instant> at(Stage stage) {
        return Optional.ofNullable(reached.get(stage));
    }

    Optional<Instant> pickedUpAt() {
        return at(Stage.PICKED_UP);
    }

    /** Whole minutes from the leg's beginning to its end; a pickup before the shop's word took none. */
    Optional<Long> minutes(Leg leg) {
        return leg == Leg.PICKUP
                ? pickedUpAt().flatMap(end -> between(leg, end)).map(minutes -> Math.max(0, minutes))
                : signedAt.flatMap(end -> between(leg, end)).filter(minutes -> minutes >= 0);
    }

    private Optional<Long> between(Leg leg, Instant end) {
        return at(leg.begins()).map(begin -> Duration.between(begin, end).toMinutes());
    }
}
