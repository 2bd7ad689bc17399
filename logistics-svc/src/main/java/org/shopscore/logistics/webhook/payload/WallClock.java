package org.shopscore.logistics.webhook.payload;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.shopscore.metric.BusinessDay;

/**
 * Times as carriers write them. One that names no zone is Asia/Shanghai, and one that names only a day is the day's first instant.
 *
 * @see BusinessDay#ZONE
 */
public final class WallClock {

    private static final ZoneId ZONE = BusinessDay.ZONE;

    /** {@code 2021-06-14 17:31:57}, also with T, fractions, an offset, or the day alone. */
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    /** Empty when there is no time, or none that can be read. */
    public static Optional<Instant> read(String text) {
        return read(text, ISO);
    }

    /** The same in another form; what the form lacks is filled as above. */
    public static Optional<Instant> read(String text, DateTimeFormatter form) {
        try {
            return Optional.of(instant(form.withResolverStyle(ResolverStyle.STRICT)
                    .parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Instant instant(TemporalAccessor time) {
        return switch (time) {
            case OffsetDateTime exact -> exact.toInstant();
            case LocalDateTime local -> local.atZone(ZONE).toInstant();
            default -> LocalDate.from(time).atStartOfDay(ZONE).toInstant();
        };
    }

    private WallClock() {}
}
