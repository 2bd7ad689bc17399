package org.shopscore.suite.replay.scms;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.shopscore.metric.BusinessDay;

/** The days that an event may count for today, both included. */
record Bounds(LocalDate first, LocalDate last) {

    private static final Duration BACK = Duration.ofDays(1100);

    /** From the first day that lies within them from its start on, to the day now. */
    static Bounds at(Instant now) {
        return new Bounds(BusinessDay.of(now.minus(BACK)).plusDays(1), BusinessDay.of(now));
    }

    /** A promise may lie ahead: what was delivered before it counts on the day of its delivery. */
    boolean hold(VendorOrder order) {
        return Stream.of(order.paidOn(), order.promisedOn(), order.deliveredOn())
                        .noneMatch(first::isAfter)
                && Stream.of(order.paidOn(), order.deliveredOn()).noneMatch(last::isBefore);
    }
}
