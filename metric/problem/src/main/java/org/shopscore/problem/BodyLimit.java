package org.shopscore.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

/**
 * Answers a body that is too large: at once when it says so, and as soon as it is when it hides its length. What is read as a stream
 * may be as large as {@code quarkus.http.limits.max-body-size} says, what is held in memory 1 MiB at most.
 */
@ApplicationScoped
class BodyLimit {

    static final String CODE = "body-too-large";

    private static final int BEFORE_EVERYTHING = -1_000;
    private static final int BEFORE_RESOURCES = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1;

    /** A client that sends no more than this is read to its end, so that it comes to see the answer. */
    static final int DRAINED = 32;

    static final long MOST_HELD_BYTES = 1 << 20;

    private final long mostStreamedBytes;
    private final long mostHeldBytes;
    private final Optional<String> streamed;
    private final BodyHandler counted;

    /** @param streamed where the paths begin whose bodies are read as a stream */
    BodyLimit(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "1M") MemorySize most,
            @ConfigProperty(name = "problem.streamed-bodies") Optional<String> streamed) {
        this.mostStreamedBytes = most.asLongValue();
        this.mostHeldBytes = Math.min(mostStreamedBytes, MOST_HELD_BYTES);
        this.streamed = streamed;
        this.counted = BodyHandler.create(false).setBodyLimit(mostHeldBytes);
    }

    void stand(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).handler(this::check).failureHandler(this::failed);
        router.route().order(BEFORE_RESOURCES).handler(this::leaveToStreamedBody);
    }

    /** The server itself would cut a streamed body off without a word. */
    private void leaveToStreamedBody(RoutingContext exchange) {
        if (isChunked(exchange) && isStreamed(exchange)) {
            exchange.put(VertxInputStream.MAX_REQUEST_SIZE_KEY, Long.MAX_VALUE);
            exchange.addHeadersEndHandler(_ -> {
                if (exchange.response().getStatusCode() == 413) {
                    exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                }
            });
        }
        exchange.next();
    }

    private void check(RoutingContext exchange) {
        long length = length(exchange);
        long mostBytes = mostBytes(exchange);
        if (isChunked(exchange) && !isStreamed(exchange)) {
            counted.handle(exchange);
        } else if (length <= mostBytes) {
            exchange.next();
        } else if (length <= mostHeldBytes * DRAINED) {
            exchange.request()
                    .endHandler(_ -> refuse(exchange))
                    .handler(_ -> {})
                    .resume();
        } else {
            refuse(exchange);
        }
    }

    private void failed(RoutingContext exchange) {
        if (exchange.statusCode() == 413 && !exchange.response().ended()) {
            refuse(exchange);
        } else {
            exchange.next();
        }
    }

    private long mostBytes(RoutingContext exchange) {
        return isStreamed(exchange) ? mostStreamedBytes : mostHeldBytes;
    }

    private boolean isStreamed(RoutingContext exchange) {
        return streamed.filter(exchange.normalizedPath()::startsWith).isPresent();
    }

    private static boolean isChunked(RoutingContext exchange) {
        return exchange.request().headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private static long length(RoutingContext exchange) {
        String given = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return given == null ? 0 : Long.parseLong(given);
    }

    static String detail(long mostBytes) {
        return "the body may have at most " + mostBytes + " bytes";
    }

    private void refuse(RoutingContext exchange) {
        exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        RoutedProblem.answer(exchange, 413, "Content Too Large", CODE, detail(mostBytes(exchange)));
    }
}
