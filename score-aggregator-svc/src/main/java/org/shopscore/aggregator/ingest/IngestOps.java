package org.shopscore.aggregator.ingest;

import io.quarkus.vertx.http.ManagementInterface;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.ingest.owner.Partitions;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Sources;
import org.shopscore.problem.Database;

/** What operators and the services' reconcile ask of the ingest, on the management port. */
@ApplicationScoped
class IngestOps {

    private static final Logger LOG = Logger.getLogger(IngestOps.class);
    private static final String RETRY_SECONDS = "2";
    private static final Set<String> SOURCES = Set.of(Sources.CUSTOMER_SERVICE, Sources.AFTER_SALES, Sources.LOGISTICS);

    private final Ingest ingest;
    private final LaneSnapshots snapshots;
    private final Partitions partitions;

    IngestOps(Ingest ingest, LaneSnapshots snapshots, Pool pool) {
        this.ingest = ingest;
        this.snapshots = snapshots;
        this.partitions = new Partitions(pool);
    }

    void routes(@Observes ManagementInterface management) {
        var router = management.router();
        router.get("/ops/ingest").handler(request -> answer(request, 200, status(ingest.status())));
        router.get("/ops/holes")
                .handler(request ->
                        answer(request, snapshots.openHoles().map(holes -> new JsonObject().put("holes", holes))));
        router.get("/ops/lanes/:lane/tiles").handler(this::tiles);
        router.post("/ops/lanes/:lane/reload").handler(this::reload);
    }

    private void reload(RoutingContext request) {
        String lane = request.pathParam("lane");
        if (isLane(lane)) {
            answer(
                    request,
                    partitions
                            .shutOut(Integer.parseInt(lane))
                            .replaceWith(() -> new JsonObject().put("lane", Integer.parseInt(lane))));
        } else {
            refuse(request, "lane", "must be 0 to " + (Lane.COUNT - 1), lane);
        }
    }

    private static boolean isLane(String lane) {
        return lane.matches("[0-9]{1,2}") && Integer.parseInt(lane) < Lane.COUNT;
    }

    private void tiles(RoutingContext request) {
        String lane = request.pathParam("lane");
        var source = request.queryParam("source");
        if (!isLane(lane)) {
            refuse(request, "lane", "must be 0 to " + (Lane.COUNT - 1), lane);
        } else if (source.size() != 1 || !SOURCES.contains(source.getFirst())) {
            refuse(request, "source", "must be one of " + SOURCES, String.join(", ", source));
        } else {
            answer(request, snapshots.of(Integer.parseInt(lane), source.getFirst()));
        }
    }

    private static JsonObject status(IngestStatus status) {
        var partitions = new JsonArray();
        status.partitions()
                .forEach(owned -> partitions.add(new JsonObject()
                        .put("partition", owned.partition())
                        .put("epoch", owned.epoch())
                        .put("nextOffset", owned.nextOffset())
                        .put("lag", owned.lag())
                        .put("shops", owned.shops())
                        .put("rolledTo", owned.rolledTo())));
        return new JsonObject()
                .put("lag", status.lag())
                .put("openHoles", status.openHoles())
                .put("alarmingHoles", status.alarmingHoles())
                .put("quarantined", status.quarantined())
                .put("interrupted", status.interrupted())
                .put("partitions", partitions);
    }

    private static void answer(RoutingContext request, Uni<JsonObject> answer) {
        answer.subscribe().with(body -> answer(request, 200, body), failure -> fail(request, failure));
    }

    /** In the words of the service's own port. */
    private static void fail(RoutingContext request, Throwable failure) {
        if (Database.isUnreachable(failure)) {
            LOG.warnf("problem=database-unavailable cause=%s", failure.getMessage());
            request.response().putHeader("retry-after", RETRY_SECONDS);
            answer(
                    request,
                    503,
                    problem(
                            Status.SERVICE_UNAVAILABLE,
                            "database-unavailable",
                            "the service cannot reach its database; nothing was changed"));
        } else {
            LOG.error("problem=internal-error", failure);
            answer(
                    request,
                    500,
                    problem(Status.INTERNAL_SERVER_ERROR, "internal-error", "the service failed; nothing was changed"));
        }
    }

    private static void refuse(RoutingContext request, String field, String message, String given) {
        var error = new JsonObject().put("field", field).put("message", message).put("given", given);
        answer(
                request,
                400,
                problem(Status.BAD_REQUEST, "invalid-field", field + " " + message)
                        .put("errors", new JsonArray().add(error)));
    }

    private static JsonObject problem(Status status, String code, String detail) {
        return new JsonObject()
                .put("title", status.getReasonPhrase())
                .put("status", status.getStatusCode())
                .put("detail", detail)
                .put("code", code);
    }

    private static void answer(RoutingContext request, int status, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader("content-type", status < 400 ? "application/json" : "application/problem+json")
                .end(body.toBuffer());
    }
}
