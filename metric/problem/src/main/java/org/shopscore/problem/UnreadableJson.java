package org.shopscore.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which field of a body could not be read, why, and what was given; never which class it was read into. */
final class UnreadableJson {

    private static final Pattern QUOTED = Pattern.compile("value \\(\"?(.*?)\"?\\)", Pattern.DOTALL);

    /** Something stands behind what was asked for. */
    private static final String TRAILING = "Trailing token";

    static Problem problem(JacksonException unreadable) {
        return switch (unreadable) {
            case UnrecognizedPropertyException unknown -> Problem.of(400, "unknown-field", unknownField(unknown));
            case InvalidFormatException invalid ->
                Problem.of(
                        400,
                        invalid.getTargetType().isEnum() ? "unknown-value" : "wrong-type",
                        FieldError.of(field(invalid), mustBe(invalid.getTargetType()), invalid.getValue()));
            case MismatchedInputException more when more.getOriginalMessage().startsWith(TRAILING) -> malformed(more);
            case MismatchedInputException mismatched ->
                Problem.of(
                        400,
                        "wrong-type",
                        FieldError.of(field(mismatched), mustBe(mismatched.getTargetType()), quoted(mismatched)));
            case JsonMappingException outOfRange
            when outOfRange.getCause() instanceof InputCoercionException ->
                Problem.of(
                        400,
                        "wrong-type",
                        FieldError.of(field(outOfRange), "must be a whole number in range", quoted(outOfRange)));
            default -> malformed(unreadable);
        };
    }

    private static FieldError unknownField(UnrecognizedPropertyException unknown) {
        String known = unknown.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
        return FieldError.of(field(unknown), "is not one of the fields: " + known, unknown.getPropertyName());
    }

    private static Problem malformed(JacksonException unreadable) {
        var where = unreadable.getLocation();
        String at = where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
        return Problem.of(400, "malformed-json", "the body is not JSON that can be read" + at);
    }

    private static String field(JsonMappingException unreadable) {
        String path = unreadable.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "body" : path.replace(".[", "[");
    }

    private static String mustBe(Class<?> type) {
        if (type == null) {
            return "cannot be read";
        }
        if (type.isEnum()) {
            return "must be one of " + Arrays.toString(type.getEnumConstants());
        }
        if (type == Instant.class) {
            return "must be an instant such as 2026-03-01T04:00:00Z";
        }
        if (type == LocalDate.class) {
            return "must be a day such as 2026-03-01";
        }
        return "must be " + kind(type);
    }

    private static String kind(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a whole number";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    /** Jackson keeps some values in its message alone: {@code Cannot coerce String value ("3") to …}. */
    private static String quoted(JsonMappingException unreadable) {
        var value = QUOTED.matcher(unreadable.getOriginalMessage());
        return value.find() ? value.group(1) : "nothing";
    }

    private UnreadableJson() {}
}
