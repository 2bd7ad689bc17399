package org.shopscore.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The fields of a request that break a declared constraint, in one problem: each of them, up to a number that a person can still read. */
final class Violations {

    static final int MOST_LISTED = 100;

    static Problem problem(ConstraintViolationException invalid) {
        var violations = invalid.getConstraintViolations();
        var errors = violations.stream()
                .map(Violations::error)
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .limit(MOST_LISTED)
                .toList();
        int more = violations.size() - errors.size();
        String detail = errors.stream()
                .map(error -> error.field() + " " + error.message())
                .collect(Collectors.joining("; ", "", more == 0 ? "" : "; and " + more + " more"));
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
