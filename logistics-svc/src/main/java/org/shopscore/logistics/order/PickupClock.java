package org.shopscore.logistics.order;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.shopscore.metric.BusinessDay;

/** The pickup clock (rules.md 5.2): a payment at night or in the evening starts at the next 06:00, Asia/Shanghai. */
final class PickupClock {

    private static final LocalTime OPENS = LocalTime.of(6, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);

    static Instant start(Instant paidAt) {
        ZonedDateTime paid = paidAt.atZone(BusinessDay.ZONE);
        if (paid.toLocalTime().isBefore(OPENS)) {
            return paid.with(OPENS).toInstant();
        }
        return paid.toLocalTime().isBefore(CLOSES)
                ? paidAt
                : paid.plusDays(1).with(OPENS).toInstant();
    }

    /** Whole seconds on the clock, rounded down, never negative. */
    static long seconds(Instant paidAt, Instant pickedUpAt) {
        return Math.max(0, Duration.between(start(paidAt), pickedUpAt).toSeconds());
    }

    private PickupClock() {}
}
