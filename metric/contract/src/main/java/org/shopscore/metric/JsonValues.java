package org.shopscore.metric;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** Single values of the contract's JSON, each of its one type. */
final class JsonValues {

    static <T> T required(String field, T value) {
        if (value == null) {
            throw new BoundBroken(field, "must be given", "nothing");
        }
        return value;
    }

    static String text(String field, JsonParser in) throws IOException {
        expect(in.currentToken() == JsonToken.VALUE_STRING, field, in);
        return in.getText();
    }

    static boolean truth(String field, JsonParser in) throws IOException {
        expect(in.currentToken().isBoolean(), field, in);
        return in.getBooleanValue();
    }

    static long whole(String field, JsonParser in) throws IOException {
        expect(in.currentToken() == JsonToken.VALUE_NUMBER_INT, field, in);
        return in.getLongValue();
    }

    static Instant instant(String field, JsonParser in) throws IOException {
        String text = text(field, in);
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw new BoundBroken(field, "must be an RFC 3339 instant", text);
        }
    }

    static void expect(boolean holds, String field, JsonParser in) throws IOException {
        if (!holds) {
            throw new BoundBroken(field, "must have the type that the schema names", in.currentToken());
        }
    }

    private JsonValues() {}
}
