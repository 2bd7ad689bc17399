package org.shopscore.logistics.sql;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of a table, and where a row's value for it comes from.
 *
 * @param type as PostgreSQL names it
 */
public record Column<T>(String name, String type, Function<List<T>, Object> values) {

    public static <T> Column<T> text(String name, Function<T, String> of) {
        return new Column<>(name, "text", rows -> rows.stream().map(of).toArray(String[]::new));
    }

    public static <T> Column<T> maybeText(String name, Function<T, Optional<String>> of) {
        return text(name, row -> of.apply(row).orElse(null));
    }

    /** A text[]; no element may hold a comma. */
    public static <T> Column<T> texts(String name, Function<T, Collection<String>> of) {
        return new Column<>(
                name,
                "text[]",
                rows -> rows.stream()
                        .map(row -> String.join(",", of.apply(row)))
                        .toArray(String[]::new));
    }

    public static <T> Column<T> time(String name, Function<T, Instant> of) {
        return new Column<>(
                name,
                "timestamptz",
                rows -> rows.stream().map(row -> utc(of.apply(row))).toArray(OffsetDateTime[]::new));
    }

    public static <T> Column<T> maybeTime(String name, Function<T, Optional<Instant>> of) {
        return time(name, row -> of.apply(row).orElse(null));
    }

    public static <T> Column<T> number(String name, Function<T, Long> of) {
        return new Column<>(name, "bigint", rows -> rows.stream().map(of).toArray(Long[]::new));
    }

    private static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    /** One parameter cannot hold arrays of different lengths, so each travels as one text. */
    boolean isList() {
        return type.endsWith("[]");
    }
}
