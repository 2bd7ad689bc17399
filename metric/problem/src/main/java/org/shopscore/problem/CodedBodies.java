package org.shopscore.problem;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Bodies are read as they come: one that is compressed is refused as such before anybody takes it for malformed JSON (RFC 9110, 15.5.16). */
class CodedBodies {

    private static final String PLAIN = "identity";
    private static final Set<String> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @ServerRequestFilter
    public Response refuse(ContainerRequestContext asked) {
        String coding = asked.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (coding == null || coding.equalsIgnoreCase(PLAIN) || WITHOUT_BODY.contains(asked.getMethod())) {
            return null;
        }
        return Problem.of(
                        415,
                        "unsupported-content-encoding",
                        "this service takes no body in the Content-Encoding " + FieldError.shortened(coding))
                .response()
                .header(HttpHeaders.ACCEPT_ENCODING, PLAIN)
                .build();
    }
}
