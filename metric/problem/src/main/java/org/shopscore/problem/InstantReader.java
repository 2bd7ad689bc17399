package org.shopscore.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** Takes RFC 3339 text alone: a bare number could mean seconds or milliseconds. */
final class InstantReader extends StdScalarDeserializer<Instant> {

    private static final long serialVersionUID = 1;

    InstantReader() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (!in.hasToken(JsonToken.VALUE_STRING)) {
            throw context.weirdStringException(in.getText(), Instant.class, "not text");
        }
        try {
            return Instant.parse(in.getText());
        } catch (DateTimeException _) {
            throw context.weirdStringException(in.getText(), Instant.class, "not RFC 3339");
        }
    }
}
