package org.shopscore.outbox;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.Measures;
import org.shopscore.metric.MetricEvent;

/** Commands of a test service, written as a real one writes them. */
@ApplicationScoped
class Notes implements FactRows {

    static final Instant TIME = Instant.parse("2026-03-01T04:00:00Z");

    private final Outbox outbox;

    Notes(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param thenFails whether the command breaks after its append, so that all of it must be undone */
    Uni<Void> add(String id, String shop, Duration busy, boolean thenFails) {
        var now = Contribution.none().plus(TIME, Measures.ORDER_PAID, 1);
        return Panache.withTransaction(() -> {
            var row = new NoteRow();
            row.id = id;
            row.shop = shop;
            row.contributed = EventJson.write(now);
            return row.persist()
                    .onItem()
                    .delayIt()
                    .by(busy)
                    .chain(Panache::getSession)
                    .chain(session -> outbox.append(session, List.of(MetricEvent.of(shop, TIME, "note/" + id, now))))
                    .invoke(() -> {
                        if (thenFails) {
                            throw new IllegalStateException("as asked");
                        }
                    });
        });
    }

    /** Today every note counts twice what it counted when {@link #add} sent it: a changed function, for the recount. */
    @Override
    public Uni<List<FactRow>> page(SqlConnection connection, String afterKey, int limit, boolean lock) {
        return connection
                .preparedQuery("select * from note where id > $1 order by id limit $2" + (lock ? " for update" : ""))
                .execute(Tuple.of(afterKey, limit))
                .map(rows -> {
                    var facts = new ArrayList<FactRow>();
                    rows.forEach(row -> facts.add(fact(row)));
                    return facts;
                });
    }

    private static FactRow fact(Row row) {
        return new FactRow(
                row.getString("id"),
                row.getString("shop"),
                "note/" + row.getString("id"),
                EventJson.readContribution(row.getString("contributed")),
                Contribution.none().plus(TIME, Measures.ORDER_PAID, 2));
    }

    @Override
    public Uni<Void> keep(SqlConnection connection, String key, Contribution now) {
        return connection
                .preparedQuery("update note set contributed = $2 where id = $1")
                .execute(Tuple.of(key, EventJson.write(now)))
                .replaceWithVoid();
    }
}
