package org.shopscore.suite.fact;

import java.time.Duration;
import java.time.Instant;

/** One thing that happened to a shop, as a service's public API takes it; sending it twice is harmless. */
public sealed interface Fact permits OrderFact, ChatFact {

    String shopId();

    Instant at();

    Command command();

    /** The same a whole number of weeks later, so that weekday, time of day and every distance stay. */
    Fact movedBy(int weeks);

    static Instant moved(Instant at, int weeks) {
        return at.plus(Duration.ofDays(7L * weeks));
    }
}
