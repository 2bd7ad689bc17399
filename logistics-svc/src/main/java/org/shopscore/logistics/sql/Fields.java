package org.shopscore.logistics.sql;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads what a row may not hold. */
public final class Fields {

    public static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    public static Optional<Instant> maybeInstant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    public static Optional<String> maybeText(Row row, String column) {
        return Optional.ofNullable(row.getString(column));
    }

    public static List<String> texts(Row row, String column) {
        return List.of(row.getArrayOfStrings(column));
    }

    private Fields() {}
}
