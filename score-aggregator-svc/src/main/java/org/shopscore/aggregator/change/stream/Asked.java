package org.shopscore.aggregator.change.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.shopscore.aggregator.change.stream.log.Cursor;
import org.shopscore.aggregator.shop.Registration;
import org.shopscore.problem.FieldError;

/**
 * What a reader asked for.
 *
 * @param from   empty: from now on
 * @param errors of each bad field
 */
record Asked(Optional<Cursor> from, Optional<String> shopId, Optional<String> category, List<FieldError> errors) {

    static final String LAST = "Last-Event-ID";

    private static final Pattern SHOP = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,63}");
    private static final String SHOP_RULE =
            "must be 1 to 64 letters, digits or . _ ~ -, beginning with a letter or digit";
    private static final Pattern CATEGORY = Pattern.compile(Registration.CATEGORY);
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
        return new Asked(
                cursor,
                id(shopId, SHOP, error(errors, "shopId", SHOP_RULE)),
                id(category, CATEGORY, error(errors, "category", "must match " + CATEGORY)),
                List.copyOf(errors));
    }

    private static Optional<Cursor> cursor(String text) {
        return text.equals(BEGINNING) ? Optional.of(Cursor.beginning()) : Cursor.parse(text);
    }

    private static Optional<String> id(String text, Pattern pattern, Consumer<String> wrong) {
        Optional<String> id = given(text);
        id.filter(some -> !pattern.matcher(some).matches()).ifPresent(wrong);
        return id;
    }

    private static Consumer<String> error(List<FieldError> errors, String field, String message) {
        return given -> errors.add(FieldError.of(field, message, given));
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).filter(some -> !some.isEmpty());
    }
}
