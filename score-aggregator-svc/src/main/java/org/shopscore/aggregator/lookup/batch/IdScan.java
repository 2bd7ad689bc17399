package org.shopscore.aggregator.lookup.batch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/** Finds the ids in {@code {"shopIds":["a","b"]}}: that, with white space, and nothing else. */
public final class IdScan {

    private static final byte[] NAME = "\"shopIds\"".getBytes(ISO_8859_1);
    private static final int LONGEST = 64;

    private final byte[] body;
    private int at;

    public IdScan(byte[] body) {
        this.body = body;
    }

    /** Empty for anything that is not exactly so, with 1 to 500 good ids. */
    public Optional<Ids> ids() {
        var ids = new Ids(body);
        if (!takes('{') || !takesName() || !takes(':') || !takes('[')) {
            return Optional.empty();
        }
        do {
            int from = start();
            int end = end(from);
            if (end < 0 || !ids.add(from, end)) {
                return Optional.empty();
            }
            at = end + 1;
        } while (takes(','));
        return takes(']') && takes('}') && isAtEnd() ? Optional.of(ids) : Optional.empty();
    }

    /** Behind the quote that opens an id; beyond the end where there is none. */
    private int start() {
        return takes('"') ? at : body.length;
    }

    /** The quote that closes an id; negative for what is none. */
    private int end(int from) {
        int end = from;
        while (end < body.length && isIdByte(body[end])) {
            end++;
        }
        boolean isId = end > from
                && end < body.length
                && body[end] == '"'
                && end - from <= LONGEST
                && isLetterOrDigit(body[from]);
        return isId ? end : -1;
    }

    private boolean takes(char expected) {
        skipSpace();
        if (at < body.length && body[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    private boolean takesName() {
        skipSpace();
        int end = at + NAME.length;
        if (end > body.length || !java.util.Arrays.equals(body, at, end, NAME, 0, NAME.length)) {
            return false;
        }
        at = end;
        return true;
    }

    private boolean isAtEnd() {
        skipSpace();
        return at == body.length;
    }

    private void skipSpace() {
        while (at < body.length && (body[at] == ' ' || body[at] == '\n' || body[at] == '\r' || body[at] == '\t')) {
            at++;
        }
    }

    private static boolean isIdByte(byte b) {
        return isLetterOrDigit(b) || b == '-' || b == '.' || b == '_' || b == '~';
    }

    private static boolean isLetterOrDigit(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z');
    }
}
