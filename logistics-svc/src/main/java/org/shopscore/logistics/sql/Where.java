package org.shopscore.logistics.sql;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conditions that all hold, with the values that they compare with. */
public final class Where {

    private static final Pattern VALUE = Pattern.compile("\\?");

    private final List<String> conditions = new ArrayList<>();
    private final Tuple values = Tuple.tuple();

    /** @param condition with a {@code ?} for each value */
    public Where and(String condition, Object... compared) {
        var next = Arrays.asList(compared).iterator();
        conditions.add(VALUE.matcher(condition).replaceAll(_ -> Matcher.quoteReplacement(value(next.next()))));
        return this;
    }

    /** @param condition that holds where a value is asked for, with a {@code ?} for each time it is compared */
    public Where and(String condition, Optional<?> asked) {
        long times = VALUE.matcher(condition).results().count();
        return asked.map(value ->
                        and(condition, Collections.nCopies((int) times, value).toArray()))
                .orElse(this);
    }

    /** The number under which a further value stands in the statement. */
    public String value(Object value) {
        values.addValue(value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        return "$" + values.size();
    }

    /** {@code where a and b}; nothing without conditions. */
    public String text() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    public Tuple values() {
        return values;
    }
}
