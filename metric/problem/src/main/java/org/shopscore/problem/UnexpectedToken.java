package org.shopscore.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;

/** Keeps what was given in place of another type while the reader still stands on it. */
final class UnexpectedToken extends DeserializationProblemHandler {

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context, JavaType wanted, JsonToken token, JsonParser in, String message)
            throws IOException {
        throw context.weirdStringException(in.getText(), wanted.getRawClass(), "another type");
    }
}
