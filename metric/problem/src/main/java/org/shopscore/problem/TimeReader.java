package org.shopscore.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/** Takes RFC 3339 text alone: a bare number could mean seconds or milliseconds. */
final class TimeReader<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1;

    private final Class<T> type;
    private final transient Function<String, T> parse;

    TimeReader(Class<T> type, Function<String, T> parse) {
        super(type);
        this.type = type;
        this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
        if (!in.hasToken(JsonToken.VALUE_STRING)) {
            throw context.weirdStringException(in.getText(), type, "not text");
        }
        try {
            return parse.apply(in.getText());
        } catch (DateTimeException _) {
            throw context.weirdStringException(in.getText(), type, "not RFC 3339");
        }
    }
}
