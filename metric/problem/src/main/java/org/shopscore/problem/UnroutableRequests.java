package org.shopscore.problem;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers a request without a host that can be read: the router itself would do it as if the service had failed. */
@ApplicationScoped
class UnroutableRequests {

    private static final int BEFORE_EVERYTHING = -1_001;
    private static final int BAD_REQUEST = 400;

    void stand(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).failureHandler(this::failed);
    }

    private void failed(RoutingContext exchange) {
        if (exchange.statusCode() != BAD_REQUEST || exchange.response().ended()) {
            exchange.next();
            return;
        }
        RoutedProblem.answer(
                exchange,
                BAD_REQUEST,
                "Bad Request",
                "bad-request",
                "the request cannot be read: its Host header is missing or no host");
    }
}
