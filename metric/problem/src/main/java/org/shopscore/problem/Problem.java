package org.shopscore.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.shopscore.metric.BoundBroken;

/** The body of a refusal, RFC 9457. */
record Problem(
        String title,
        int status,
        String detail,
        String code,
        @JsonAnyGetter Map<String, Object> members) {

    static final String JSON = "application/problem+json";

    static Problem of(int status, String code, String detail) {
        return new Problem(title(status), status, detail, code, Map.of());
    }

    static Problem of(int status, String code, FieldError error) {
        return of(status, code, error.field() + " " + error.message(), List.of(error));
    }

    static Problem of(int status, String code, String detail, List<FieldError> errors) {
        return new Problem(title(status), status, detail, code, Map.of("errors", errors));
    }

    static Problem of(Refused refused) {
        int status = refused.status();
        return new Problem(title(status), status, refused.getMessage(), refused.code(), refused.members());
    }

    static Problem of(BoundBroken broken) {
        return of(422, "bound-broken", broken.getMessage());
    }

    /** The fields at fault; empty when the problem names none. */
    List<FieldError> errors() {
        return members.get("errors") instanceof List<?> errors
                ? errors.stream().map(FieldError.class::cast).toList()
                : List.of();
    }

    Response.ResponseBuilder response() {
        return Response.status(status).type(MediaType.valueOf(JSON)).entity(this);
    }

    private static String title(int status) {
        var known = Response.Status.fromStatusCode(status);
        return switch (status) {
            case 422 -> "Unprocessable Content";
            case 428 -> "Precondition Required";
            default -> known == null ? "Refused" : known.getReasonPhrase();
        };
    }
}
