package org.shopscore.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** All fields of a request that break a declared constraint, in one problem. */
final class Violations {

    static Problem problem(ConstraintViolationException invalid) {
        var errors = invalid.getConstraintViolations().stream()
                .map(Violations::error)
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
        String detail = errors.stream()
                .map(error -> error.field() + " " + error.message())
                .collect(Collectors.joining("; "));
        return Problem.of(400, "invalid-field", detail, errors);
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        Object given = violation.getInvalidValue();
        return FieldError.of(
                field(violation.getPropertyPath()), violation.getMessage(), given == null ? "nothing" : given);
    }

    /** The path without the method, and without the body's own name when something in the body is meant. */
    private static String field(Path path) {
        String inside = named(path, ElementKind.PROPERTY);
        return inside.isEmpty() ? named(path, ElementKind.PARAMETER) : inside;
    }

    private static String named(Path path, ElementKind kind) {
        return StreamSupport.stream(path.spliterator(), false)
                .filter(node -> node.getKind() == kind)
                .map(Path.Node::toString)
                .collect(Collectors.joining("."));
    }

    private Violations() {}
}
