package org.shopscore.logistics.webhook.intake;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Sees the pushes that never reach the resource: those too large, and those whose sender hangs up before the end. */
@ApplicationScoped
class UnreadPushes {

    private static final int BEFORE_THE_BODY_LIMIT = -2_000;
    private static final int TOO_LARGE = 413;

    private final PushLog log;

    UnreadPushes(PushLog log) {
        this.log = log;
    }

    void stand(@Observes Router router) {
        router.route("/webhooks/:provider/:endpointId")
                .order(BEFORE_THE_BODY_LIMIT)
                .handler(this::watch);
    }

    private void watch(RoutingContext exchange) {
        var provider = exchange.pathParam("provider");
        exchange.addEndHandler(end -> {
            if (end.failed()) {
                log.unread(provider, "broken-off");
            } else if (exchange.response().getStatusCode() == TOO_LARGE) {
                log.unread(provider, "too-large");
            }
        });
        exchange.next();
    }
}
