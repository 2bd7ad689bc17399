package org.shopscore.aggregator.policy.inforce;

import java.time.Duration;
import java.time.Instant;

/**
 * The database's clock as this process knows it, which all processes share. An answer that came back faster says more exactly what
 * time it is; one that is older than a minute says less, since clocks drift.
 *
 * @param sentNanos     of {@link System#nanoTime}, when the database was asked
 * @param receivedNanos when it had answered
 */
record DatabaseTime(long sentNanos, long receivedNanos, Instant database) {

    private static final long OLD_NANOS = Duration.ofMinutes(1).toNanos();

    DatabaseTime better(DatabaseTime newer) {
        return newer.roundTrip() <= roundTrip() || newer.receivedNanos - receivedNanos > OLD_NANOS ? newer : this;
    }

    private long roundTrip() {
        return receivedNanos - sentNanos;
    }

    Instant at(long nanos) {
        return database.plusNanos(nanos - middle());
    }

    /** The value of {@link System#nanoTime} at the instant; one that is centuries away is never reached. */
    long nanosAt(Instant instant) {
        Duration until = Duration.between(database, instant);
        return until.toDays() > 365 ? middle() + Duration.ofDays(365).toNanos() : middle() + until.toNanos();
    }

    private long middle() {
        return sentNanos + roundTrip() / 2;
    }
}
