package org.shopscore.suite.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.shopscore.metric.BusinessDay;

/** One line of a CSV file, read by the names of its columns. */
public final class Line {

    private static final DateTimeFormatter WALL_CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private final CSVRecord values;

    Line(CSVRecord values) {
        this.values = values;
    }

    public String text(String column) {
        var text = values.get(column);
        if (text.isEmpty()) {
            throw new IllegalArgumentException(column + " is empty");
        }
        return text;
    }

    /** An identifier that can stand in a path. */
    public String id(String column) {
        var text = text(column);
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9._~-]{0,99}")) {
            throw new IllegalArgumentException(column + " must be an id of letters, digits and . _ ~ -, was " + text);
        }
        return text;
    }

    int whole(String column) {
        var text = text(column);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException(column + " must be a whole number, was " + text);
        }
    }

    /** A wall clock time without a zone, taken as Asia/Shanghai. */
    Instant wallClock(String column) {
        var text = text(column);
        try {
            return LocalDateTime.parse(text, WALL_CLOCK)
                    .atZone(BusinessDay.ZONE)
                    .toInstant();
        } catch (DateTimeException _) {
            throw new IllegalArgumentException(column + " must look like 2018-03-01 09:30:00, was " + text);
        }
    }

    Optional<Instant> optionalWallClock(String column) {
        return values.get(column).isEmpty() ? Optional.empty() : Optional.of(wallClock(column));
    }

    Instant instant(String column) {
        var text = text(column);
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw new IllegalArgumentException(column + " must look like 2020-04-01T17:31:32.933Z, was " + text);
        }
    }
}
