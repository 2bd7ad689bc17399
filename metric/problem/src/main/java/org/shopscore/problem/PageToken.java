package org.shopscore.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where a list goes on: the key of the last row given, opaque to the caller. */
public final class PageToken {

    /** What {@code pageSize} may be at most. */
    public static final int MOST = 200;

    private static final String FIELD = "pageToken";
    private static final String BETWEEN = "\u001f";

    /** No column holds it, and no database can be asked for it. */
    private static final String ZERO = "\0";

    /** @param key the columns that the list is sorted by */
    public static String of(String... key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, key).getBytes(UTF_8));
    }

    /**
     * Reads a token back.
     *
     * @param parts how many columns the list is sorted by
     * @return the key; empty for the first page
     * @throws Refused 400 {@code invalid-page-token} for what no list has given
     */
    public static Optional<List<String>> read(String token, int parts) {
        if (token == null || token.isEmpty()) {
            return Optional.empty();
        }
        var key = List.of(decoded(token).split(BETWEEN, -1));
        if (key.size() != parts
                || key.stream().anyMatch(part -> part.contains(ZERO))
                || !of(key.toArray(String[]::new)).equals(token)) {
            throw unknown(token);
        }
        return Optional.of(key);
    }

    /**
     * Reads a token back into what the key stands for.
     *
     * @throws Refused 400 {@code invalid-page-token} for what no list has given, also when its parts do not have the right form
     */
    public static <T> Optional<T> read(String token, int parts, Function<List<String>, T> meaning) {
        try {
            return read(token, parts).map(meaning);
        } catch (DateTimeException | IllegalArgumentException _) {
            throw unknown(token);
        }
    }

    private static String decoded(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), UTF_8);
        } catch (IllegalArgumentException _) {
            throw unknown(token);
        }
    }

    /** The refusal of a token that no list has given. */
    public static Refused unknown(String token) {
        return Refused.field(400, "invalid-page-token", FIELD, "must be one that this list has given", token);
    }

    private PageToken() {}
}
