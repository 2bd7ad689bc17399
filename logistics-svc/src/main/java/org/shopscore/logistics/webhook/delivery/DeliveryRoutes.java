package org.shopscore.logistics.webhook.delivery;

import io.quarkus.vertx.http.ManagementInterface;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** What operators ask of the deliveries, on the management port: what waits, what is broken and why, and to read it again. Contents are never shown. */
@ApplicationScoped
class DeliveryRoutes {

    private static final Logger LOG = Logger.getLogger(DeliveryRoutes.class);
    private static final int PAGE = 100;

    private static final String WAITING = """
            select count(*) as waiting,
                   coalesce(extract(epoch from clock_timestamp() - min(received_at)) * 1000, 0)::bigint as oldest,
                   (select count(*) from webhook_delivery where state = 'BROKEN') as broken
            from webhook_delivery where state = 'NEW'""";
    private static final String BROKEN = """
            select id, provider, endpoint_id, received_at, attempts, reason, length(body) as bytes
            from webhook_delivery where state = 'BROKEN' and id > $1 order by id limit $2""";
    private static final String REPLAY = """
            update webhook_delivery set state = 'NEW', attempts = 0, reason = null, due_at = clock_timestamp()
            where state = 'BROKEN' and ($1::bigint is null or id = $1)""";

    private final Pool pool;
    private final Worker worker;

    DeliveryRoutes(Pool pool, Worker worker) {
        this.pool = pool;
        this.worker = worker;
    }

    void routes(@Observes ManagementInterface management) {
        var router = management.router();
        router.get("/ops/deliveries").handler(request -> answer(request, waiting()));
        router.get("/ops/deliveries/broken").handler(request -> answer(request, broken(number(request, "after", 0L))));
        router.post("/ops/deliveries/replay").handler(request -> answer(request, replay(number(request, "id", null))));
    }

    private Uni<JsonObject> waiting() {
        return pool.query(WAITING)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> new JsonObject()
                        .put("waiting", row.getLong("waiting"))
                        .put("oldestAgeMillis", row.getLong("oldest"))
                        .put("broken", row.getLong("broken")));
    }

    private Uni<JsonObject> broken(Long after) {
        return pool.preparedQuery(BROKEN)
                .execute(Tuple.of(after, PAGE))
                .map(rows -> new JsonObject()
                        .put(
                                "broken",
                                new JsonArray(
                                        rows.stream().map(DeliveryRoutes::json).collect(Collectors.toList()))));
    }

    private Uni<JsonObject> replay(Long id) {
        return pool.preparedQuery(REPLAY)
                .execute(Tuple.of(id))
                .map(rows -> new JsonObject().put("replayed", rows.rowCount()))
                .invoke(worker::wake);
    }

    private static JsonObject json(Row row) {
        return new JsonObject()
                .put("id", row.getLong("id"))
                .put("provider", row.getString("provider"))
                .put("endpointId", row.getString("endpoint_id"))
                .put(
                        "receivedAt",
                        row.getOffsetDateTime("received_at").toInstant().toString())
                .put("attempts", row.getShort("attempts"))
                .put("bytes", row.getInteger("bytes"))
                .put("reason", row.getString("reason"));
    }

    /** What is no number is asked for as if it had not been given. */
    private static Long number(RoutingContext request, String name, Long otherwise) {
        var given = request.request().getParam(name);
        return given != null && given.matches("\\d{1,18}") ? Long.valueOf(given) : otherwise;
    }

    private static void answer(RoutingContext request, Uni<JsonObject> work) {
        work.subscribe()
                .with(
                        found -> request.response()
                                .putHeader("content-type", "application/json")
                                .end(found.encode()),
                        failure -> refuse(request, failure));
    }

    private static void refuse(RoutingContext request, Throwable failure) {
        LOG.warnf("ops=not-done path=%s cause=%s", request.normalizedPath(), failure.getMessage());
        request.response()
                .setStatusCode(503)
                .putHeader("content-type", "application/problem+json")
                .end(new JsonObject()
                        .put("title", "Service Unavailable")
                        .put("status", 503)
                        .put("code", "not-done")
                        .encode());
    }
}
