package org.shopscore.suite.simulate;

import java.time.Duration;
import java.time.Instant;

/**
 * Time of the simulated world: as it was until the start, and from then on {@code speed} times as fast, so that a day of orders and
 * all that follows from them fits into an hour, and still nothing lies in the future when it is told.
 */
record Pace(Instant start, int speed) {

    Pace {
        if (speed < 1) {
            throw new IllegalArgumentException("speed must be at least 1, was " + speed);
        }
    }

    /** The instant on everybody's clock. */
    Instant real(Instant simulated) {
        return simulated.isAfter(start)
                ? start.plus(Duration.between(start, simulated).dividedBy(speed))
                : simulated;
    }
}
