package org.shopscore.metric;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** An object of the contract's JSON and its single values, each of its one type. */
final class JsonValues {

    private static final JsonFactory JSON = new JsonFactory();

    /** Takes a field's value, where the parser stands, or skips it. */
    interface Fields {
        void take(String name, JsonParser in) throws IOException;
    }

    /** @throws BoundBroken when the data is not one JSON object, whole and alone */
    static void readObject(byte[] data, Fields fields) {
        try (JsonParser in = JSON.createParser(data)) {
            expect(in.nextToken() == JsonToken.START_OBJECT, "data", in);
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                fields.take(name, in);
            }
            expect(in.currentToken() == JsonToken.END_OBJECT && in.nextToken() == null, "data", in);
        } catch (IOException e) {
            throw new BoundBroken("data", "must be JSON", firstLine(e));
        }
    }

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

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private JsonValues() {}
}
