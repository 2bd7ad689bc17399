package org.shopscore.outbox;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import java.util.regex.Pattern;
import org.shopscore.metric.Headers;

/** The W3C trace context that the current request came with, so that a score can be traced back to its command. */
final class TraceParent {

    private static final Pattern SHAPE = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final CurrentVertxRequest request;

    TraceParent(CurrentVertxRequest request) {
        this.request = request;
    }

    /** @return null outside a request, and for a request that carries none */
    String current() {
        if (!Arc.container().requestContext().isActive() || request.getCurrent() == null) {
            return null;
        }
        String given = request.getCurrent().request().getHeader(Headers.TRACE_PARENT);
        return given != null && SHAPE.matcher(given).matches() ? given : null;
    }
}
