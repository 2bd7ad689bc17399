package org.shopscore.problem;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A value in the address that is not of the type the resource asks for: the framework says which text, and not where it stood. */
final class UnreadableParameter {

    static Problem problem(UriInfo address, Throwable cause) {
        return parameter(address, String.valueOf(cause.getMessage()))
                .map(found -> Problem.of(400, "invalid-field", found))
                .orElseGet(() -> Problem.of(400, "invalid-field", "a value in the address cannot be read"));
    }

    private static Optional<FieldError> parameter(UriInfo address, String message) {
        return Stream.of(address.getQueryParameters(), address.getPathParameters())
                .flatMap(parameters -> parameters.entrySet().stream())
                .flatMap(parameter -> parameter.getValue().stream().map(value -> Map.entry(parameter.getKey(), value)))
                .filter(one -> isNamed(one.getValue(), message))
                .map(one -> FieldError.of(one.getKey(), "cannot be read", one.getValue()))
                .findFirst();
    }

    /** As the parsers of times, numbers and constants of the platform name it. */
    private static boolean isNamed(String value, String message) {
        return Stream.concat(
                        List.of("'%s'", "\"%s\"").stream().map(quoted -> quoted.formatted(value)),
                        Stream.of("." + value))
                .anyMatch(message::contains);
    }

    private UnreadableParameter() {}
}
