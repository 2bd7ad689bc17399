package org.shopscore.problem;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request that is answered with a problem: the status, a stable code, and what the caller needs to do better. */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private Duration retryAfter = Duration.ZERO;

    /** @param code stable and lower kebab, e.g. {@code unknown-order} */
    public Refused(int status, String code, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** The refusal of one field. */
    public static Refused field(int status, String code, String field, String message, Object given) {
        return new Refused(status, code, field + " " + message)
                .with("errors", List.of(FieldError.of(field, message, given)));
    }

    /** Adds an extension member to the problem. */
    public Refused with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Says when the same request may succeed. */
    public Refused retryAfter(Duration after) {
        retryAfter = after;
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }

    Optional<Duration> retryAfter() {
        return Optional.of(retryAfter).filter(Duration::isPositive);
    }
}
