package org.shopscore.problem;

import com.fasterxml.jackson.core.JacksonException;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Optional;
import org.shopscore.metric.BoundBroken;

/**
 * Why something is not taken, in the words of the problem that a request of its own would get: for work that notes it and goes on.
 *
 * @param code   as in the problem
 * @param errors the fields at fault; empty when it is none of them
 */
public record Refusal(String code, String detail, List<FieldError> errors) {

    public Refusal {
        errors = List.copyOf(errors);
    }

    /** Empty when the failure refuses nothing, but is a fault of the service or of its surroundings. */
    public static Optional<Refusal> of(Throwable failure) {
        return switch (failure) {
            case Refused refused -> Optional.of(of(Problem.of(refused)));
            case BoundBroken broken -> Optional.of(of(Problem.of(broken)));
            case ConstraintViolationException invalid -> Optional.of(of(Violations.problem(invalid)));
            case JacksonException unreadable -> Optional.of(of(UnreadableJson.problem(unreadable)));
            default -> Optional.empty();
        };
    }

    /** A refusal of one field. */
    public static Refusal field(String code, String field, String message, Object given) {
        return new Refusal(code, field + " " + message, List.of(FieldError.of(field, message, given)));
    }

    private static Refusal of(Problem problem) {
        return new Refusal(problem.code(), problem.detail(), problem.errors());
    }
}
