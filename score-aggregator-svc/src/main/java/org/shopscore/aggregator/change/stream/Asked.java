package org.shopscore.aggregator.change.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shopscore.problem.FieldError;

/**
 * What a reader asked for.
 *
 * @param from   empty: from now on
 * @param errors of each bad field
 */
record Asked(Optional<Cursor> from, Optional<String> shopId, Optional<String> category, List<FieldError> errors) {

    static final String LAST = "Last-Event-ID";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,63}");
    private static final String BEGINNING = "beginning";

    /** The header goes before the parameter: a browser sends it when it comes back to the same address. */
    static Asked of(String lastEventId, String from, String shopId, String category) {
        var errors = new ArrayList<FieldError>();
        Optional<String> last = given(lastEventId);
        Optional<String> begin = last.or(() -> given(from));
        Optional<Cursor> cursor = begin.flatMap(Asked::cursor);
        if (begin.isPresent() && cursor.isEmpty()) {
            errors.add(FieldError.of(
                    last.isPresent() ? LAST : "from", "must be beginning or an id of this stream", begin.get()));
        }
        return new Asked(cursor, id("shopId", shopId, errors), id("category", category, errors), List.copyOf(errors));
    }

    private static Optional<Cursor> cursor(String text) {
        return text.equals(BEGINNING) ? Optional.of(Cursor.beginning()) : Cursor.parse(text);
    }

    private static Optional<String> id(String name, String text, List<FieldError> errors) {
        Optional<String> id = given(text);
        if (id.filter(some -> !ID.matcher(some).matches()).isPresent()) {
            errors.add(FieldError.of(
                    name, "must be 1 to 64 letters, digits or . _ ~ -, beginning with a letter or digit", id.get()));
        }
        return id;
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).filter(some -> !some.isEmpty());
    }
}
