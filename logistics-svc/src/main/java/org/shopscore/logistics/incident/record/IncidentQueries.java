package org.shopscore.logistics.incident.record;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shopscore.logistics.shipment.ShipmentId;

/** What is known of incidents. */
@ApplicationScoped
public class IncidentQueries {

    /** Where an incident stands in a list. */
    public record After(Instant openedAt, String key) {

        public static After of(StoredIncident last) {
            return new After(last.incident().occurrence().openedAt(), last.id().key());
        }
    }

    private static final String HISTORY = "select " + HistoryStep.COLUMNS
            + " from shipment_exception_history where exception_key = $1 order by version";

    private final Pool pool;
    private final Incidents incidents;

    IncidentQueries(Pool pool, Incidents incidents) {
        this.pool = pool;
        this.incidents = incidents;
    }

    /** @throws org.shopscore.problem.Refused 404 when the shipment has no such incident */
    public Uni<StoredIncident> find(IncidentId id, ShipmentId shipment) {
        return incidents
                .find(pool, id)
                .map(found -> found.filter(stored -> stored.told().shipment().equals(shipment))
                        .orElseThrow(() -> Refusals.unknownException(id, shipment)));
    }

    /** Oldest step first. */
    public Uni<List<HistoryStep>> history(IncidentId id) {
        return pool.preparedQuery(HISTORY)
                .execute(Tuple.of(id.key()))
                .map(rows -> rows.stream().map(HistoryStep::of).toList());
    }

    /**
     * The incidents that a filter lets through, oldest first.
     *
     * @param after the last one of the page before
     */
    public Uni<List<StoredIncident>> page(IncidentFilter filter, Optional<After> after, int limit) {
        var where = filter.where();
        after.ifPresent(last -> where.and("(opened_at, key) > (?, ?)", last.openedAt(), last.key()));
        String sql = "select " + IncidentColumns.ALL + " from shipment_exception" + where.text()
                + " order by opened_at, key limit " + where.value(limit);
        return pool.preparedQuery(sql)
                .execute(where.values())
                .map(rows -> rows.stream().map(IncidentColumns::stored).toList());
    }
}
