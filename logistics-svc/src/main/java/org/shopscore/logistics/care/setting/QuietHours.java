package org.shopscore.logistics.care.setting;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The part of each day in which no buyer is disturbed.
 *
 * @param from  belongs to them
 * @param until does not; before {@code from} it is that of the next day
 */
public record QuietHours(LocalTime from, LocalTime until, ZoneId zone) {

    public QuietHours {
        requireNonNull(zone, "zone");
        if (from.equals(until)) {
            throw new IllegalArgumentException(
                    "quiet hours must end at another time than they begin, both were " + from);
        }
    }

    /** When the quiet hours that the instant falls in are over; empty when it falls in none. */
    public Optional<Instant> end(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        boolean overMidnight = until.isBefore(from);
        boolean begun = !local.toLocalTime().isBefore(from);
        boolean over = !local.toLocalTime().isBefore(until);
        if (overMidnight ? !begun && over : !begun || over) {
            return Optional.empty();
        }
        var day = overMidnight && begun ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        return Optional.of(day.atTime(until).atZone(zone).toInstant());
    }
}
