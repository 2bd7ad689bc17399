package org.shopscore.aggregator.shop.topic;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.shopscore.aggregator.quarantine.Aside;

/** A record that says nothing that could be registered; the codes are those that {@code PUT /v1/shops/{shopId}} answers, and a few more. */
final class Unusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Its headers or its key do not say whose it is, what, or which version. */
    static final String BAD_HEADER = "bad-header";

    static final String UNKNOWN_CATEGORY = "unknown-category";

    /** The table cannot hold it, e.g. a day out of the calendar. */
    static final String NOT_STORABLE = "not-storable";

    /** Stable, lower kebab. */
    private final String code;

    Unusable(String code, String detail) {
        super(detail, null, false, false);
        this.code = code;
    }

    static Unusable of(JacksonException unreadable) {
        return switch (unreadable) {
            case UnrecognizedPropertyException unknown ->
                new Unusable("unknown-field", field(unknown) + " is not a field of a shop");
            case InvalidFormatException invalid ->
                new Unusable(
                        invalid.getTargetType().isEnum() ? "unknown-value" : "wrong-type",
                        field(invalid) + " cannot be " + invalid.getValue());
            case MismatchedInputException mismatched ->
                new Unusable("wrong-type", field(mismatched) + " is of another type");
            default -> new Unusable("malformed-json", "the value is not JSON that can be read");
        };
    }

    static <T> Unusable of(Set<ConstraintViolation<T>> violations) {
        return new Unusable(
                "invalid-field",
                violations.stream()
                        .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                        .sorted()
                        .collect(Collectors.joining("; ")));
    }

    private static String field(JsonMappingException unreadable) {
        return unreadable.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    Aside aside(ConsumerRecord<byte[], byte[]> record) {
        return new Aside(record, code, getMessage());
    }
}
