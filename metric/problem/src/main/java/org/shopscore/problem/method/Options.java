package org.shopscore.problem.method;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Answers what an address takes; the framework would name what the addresses beside it take too. */
class Options {

    private final TakenMethods methods;

    Options(TakenMethods methods) {
        this.methods = methods;
    }

    @ServerRequestFilter(preMatching = true)
    public Response answer(ContainerRequestContext asked) {
        if (!asked.getMethod().equals(HttpMethod.OPTIONS)) {
            return null;
        }
        var taken = methods.at(asked.getUriInfo().getRequestUri().getRawPath());
        return taken.isEmpty()
                ? null
                : Response.noContent()
                        .header(HttpHeaders.ALLOW, String.join(", ", taken))
                        .build();
    }
}
