package org.shopscore.aggregator.lookup.batch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the binary request: u32 magic, u16 number of ids, and for each u8 length and text, as docs/compact-scores.md describes. */
public final class IdList {

    /** The media type of a request in this form. */
    public static final String TYPE = "application/vnd.shopscore.shop-ids";

    private static final int MAGIC = 0x53534931;
    private static final int HEAD = 6;

    /** Whether a Content-Type, null for none, says that a body has this form. */
    static boolean isNamed(String type) {
        return type != null && type.regionMatches(true, 0, TYPE, 0, TYPE.length());
    }

    /** Empty for anything but 1 to 500 texts and nothing behind them; whether they are ids is not looked at. */
    public static Optional<Ids> read(byte[] body) {
        if (!isList(body)) {
            return Optional.empty();
        }
        var ids = new Ids(body);
        int at = HEAD;
        for (int left = count(body); left > 0; left--) {
            int end = at < body.length ? at + 1 + (body[at] & 0xFF) : Integer.MAX_VALUE;
            if (end > body.length || !ids.add(at + 1, end)) {
                return Optional.empty();
            }
            at = end;
        }
        return at == body.length && ids.count() > 0 ? Optional.of(ids) : Optional.empty();
    }

    /** Also of more than 500, so that it can be said how many they are; empty where the lengths do not fit. */
    static Optional<List<String>> texts(byte[] body) {
        if (!isList(body)) {
            return Optional.empty();
        }
        var texts = new ArrayList<String>();
        int at = HEAD;
        for (int left = count(body); left > 0; left--) {
            int end = at < body.length ? at + 1 + (body[at] & 0xFF) : Integer.MAX_VALUE;
            if (end > body.length) {
                return Optional.empty();
            }
            texts.add(new String(body, at + 1, end - at - 1, ISO_8859_1));
            at = end;
        }
        return at == body.length ? Optional.of(texts) : Optional.empty();
    }

    private static boolean isList(byte[] body) {
        return body.length >= HEAD && ByteBuffer.wrap(body).getInt() == MAGIC;
    }

    private static int count(byte[] body) {
        return ByteBuffer.wrap(body).getShort(Integer.BYTES) & 0xFFFF;
    }

    private IdList() {}
}
