package org.shopscore.aggregator.tile;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The clock of the service, unless a test brings another. */
class SystemClock {

    @Produces
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
