package org.shopscore.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.shopscore.metric.BoundBroken;
import org.shopscore.problem.method.TakenMethods;

/** What each exception that leaves a resource is answered with. */
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "2";
    private static final Set<Integer> NO_RESOURCE = Set.of(404, 405);

    private final TakenMethods methods;

    Problems(TakenMethods methods) {
        this.methods = methods;
    }

    @ServerExceptionMapper
    public Response refused(Refused refused) {
        var response = Problem.of(refused).response();
        refused.retryAfter().ifPresent(after -> response.header(HttpHeaders.RETRY_AFTER, wholeSeconds(after)));
        return response.build();
    }

    @ServerExceptionMapper
    public Response boundBroken(BoundBroken broken) {
        return Problem.of(broken).response().build();
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException invalid) {
        return Violations.problem(invalid).response().build();
    }

    @ServerExceptionMapper
    public Response unreadable(MismatchedInputException unreadable) {
        return UnreadableJson.problem(unreadable).response().build();
    }

    @ServerExceptionMapper
    public Response refusedByTheFramework(WebApplicationException refused, UriInfo address, Request asked) {
        if (refused.getCause() instanceof JacksonException unreadable) {
            return UnreadableJson.problem(unreadable).response().build();
        }
        if (refused instanceof NotFoundException && refused.getCause() != null) {
            return UnreadableParameter.problem(address, refused.getCause())
                    .response()
                    .build();
        }
        int status = refused.getResponse().getStatus();
        if (status >= 500) {
            return failed(refused);
        }
        var taken = methods.at(address.getRequestUri().getRawPath());
        return NO_RESOURCE.contains(status) && !taken.isEmpty() && !taken.contains(asked.getMethod())
                ? refused(405)
                        .header(HttpHeaders.ALLOW, String.join(", ", taken))
                        .build()
                : refused(status).build();
    }

    @ServerExceptionMapper
    public Response failed(Throwable failure) {
        if (Database.isUnreachable(failure)) {
            LOG.warnf("problem=database-unavailable cause=%s", failure.getMessage());
            return Problem.of(503, "database-unavailable", "the service cannot reach its database; nothing was changed")
                    .response()
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                    .build();
        }
        if (Database.refusesValue(failure)) {
            LOG.warnf("problem=invalid-field cause=%s", failure.getMessage());
            return Problem.of(
                            400,
                            "invalid-field",
                            "a text or a day of the request cannot be stored; nothing was changed")
                    .response()
                    .build();
        }
        LOG.error("problem=internal-error", failure);
        return Problem.of(500, "internal-error", "the service failed; nothing was changed")
                .response()
                .build();
    }

    private static Response.ResponseBuilder refused(int status) {
        return Problem.of(status, code(status), detail(status)).response();
    }

    private static long wholeSeconds(Duration after) {
        return after.plusNanos(999_999_999).toSeconds();
    }

    private static String code(int status) {
        var known = Response.Status.fromStatusCode(status);
        return switch (status) {
            case 413 -> BodyLimit.CODE;
            default ->
                known == null
                        ? "refused"
                        : known.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        };
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "there is nothing at this address";
            case 405 -> "this address does not take that method";
            case 406 -> "Accept takes none of the types that this address answers in: the OpenAPI document names them";
            case 413 -> "the body is too large";
            case 415 -> "this address takes no body of that Content-Type: the OpenAPI document names those it takes";
            default -> "the request cannot be read";
        };
    }
}
