package org.shopscore.outbox;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** What operators ask an emitter, on its management port. */
@ApplicationScoped
class OpsRoutes {

    private static final Logger LOG = Logger.getLogger(OpsRoutes.class);

    private final Backlog backlog;
    private final Recount recount;
    private final Reconcile reconcile;
    private final OutboxConfig config;

    OpsRoutes(Backlog backlog, Recount recount, Reconcile reconcile, OutboxConfig config) {
        this.backlog = backlog;
        this.recount = recount;
        this.reconcile = reconcile;
        this.config = config;
    }

    void routes(@Observes ManagementInterface management) {
        var router = management.router();
        router.get("/ops/outbox").blockingHandler(request -> answer(request, this::backlog));
        router.post("/ops/recount").blockingHandler(request -> answer(request, this::recount), false);
        router.post("/ops/reconcile").blockingHandler(request -> answer(request, () -> reconcile(request)), false);
    }

    private JsonObject backlog() {
        backlog.measure();
        return new JsonObject()
                .put("backlog", backlog.state().rows())
                .put("oldestAgeMillis", backlog.state().oldestMillis());
    }

    private JsonObject recount() {
        var result = recount.run();
        return new JsonObject().put("facts", result.facts()).put("corrected", result.corrected());
    }

    private JsonObject reconcile(RoutingContext request) {
        boolean repair = Boolean.parseBoolean(request.request().getParam("repair"));
        var result = repair ? reconcile.repair() : new Reconcile.Result(reconcile.compare(), 0);
        var found = result.found();
        var differences = new JsonArray();
        found.differences().forEach(difference -> differences.add(json(difference)));
        return new JsonObject()
                .put("source", config.source())
                .put("equal", found.equal())
                .put("holes", found.missing().size())
                .put("staleRows", found.stale())
                .put("repaired", result.repaired())
                .put("differences", differences);
    }

    private static JsonObject json(Tally.Difference difference) {
        return new JsonObject()
                .put("lane", difference.lane())
                .put("shop", difference.key().shop())
                .put("day", difference.key().day().toString())
                .put("measure", difference.key().measure())
                .put("rows", difference.rows())
                .put("tiles", difference.tiles());
    }

    private static void answer(RoutingContext request, Supplier<JsonObject> work) {
        try {
            request.response()
                    .putHeader("content-type", "application/json")
                    .end(work.get().encode());
        } catch (RuntimeException e) {
            LOG.warnf(e, "Not done: path=%s", request.normalizedPath());
            problem(request, e);
        }
    }

    private static void problem(RoutingContext request, RuntimeException e) {
        request.response()
                .setStatusCode(503)
                .putHeader("content-type", "application/problem+json")
                .end(new JsonObject()
                        .put("type", "about:blank")
                        .put("title", "Service Unavailable")
                        .put("status", 503)
                        .put("code", "not-done")
                        .put("detail", e.getMessage())
                        .encode());
    }
}
