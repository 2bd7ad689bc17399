package org.shopscore.logistics.incident.record;

import static org.shopscore.logistics.sql.Column.maybeText;
import static org.shopscore.logistics.sql.Column.maybeTime;
import static org.shopscore.logistics.sql.Column.number;
import static org.shopscore.logistics.sql.Column.text;
import static org.shopscore.logistics.sql.Column.time;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shopscore.logistics.incident.Handling;
import org.shopscore.logistics.incident.IncidentState;
import org.shopscore.logistics.incident.Remedies;
import org.shopscore.logistics.incident.ShipmentIncident;
import org.shopscore.logistics.incident.ShipmentIncident.Closed;
import org.shopscore.logistics.incident.ShipmentIncident.Disproved;
import org.shopscore.logistics.incident.ShipmentIncident.InTrace;
import org.shopscore.logistics.incident.ShipmentIncident.Open;
import org.shopscore.logistics.incident.ShipmentIncident.Withdrawn;
import org.shopscore.logistics.sql.Columns;
import org.shopscore.metric.EventJson;

/** Writes incidents and the steps of their history, any number of them in one statement. */
final class IncidentRows {

    private static final Columns<IncidentChange> NAME = new Columns<>(List.of(
            text("key", change -> change.after().id().key()),
            text("shop_id", change -> change.after().id().shopId()),
            text("exception_id", change -> change.after().id().exceptionId()),
            text("shipment_id", change -> change.after().told().shipment().shipmentId()),
            text("shipment_key", change -> change.after().told().shipment().key()),
            text("type", change -> incident(change).occurrence().type().name()),
            text("occasion", change -> incident(change).occurrence().occasion().name()),
            text("told_fault", change -> change.after().told().fault().name()),
            text("note", change -> change.after().told().note())));

    private static final Columns<IncidentChange> MADE = new Columns<>(List.of(
            text("fault", change -> incident(change).occurrence().fault().name()),
            time("opened_at", change -> incident(change).occurrence().openedAt()),
            text("state", change -> IncidentState.of(incident(change)).name()),
            maybeText("owner", change -> incident(change).handling().map(Handling::owner)),
            maybeText("reship_shipment_id", change -> remedies(change).reship().map(remedy -> remedy.shipmentId())),
            maybeTime(
                    "refund_asked_at", change -> remedies(change).refundAsked().map(remedy -> remedy.at())),
            number(
                    "compensation_minor",
                    change -> remedies(change)
                            .compensation()
                            .map(remedy -> remedy.amountMinor())
                            .orElse(null)),
            maybeText(
                    "compensation_currency",
                    change -> remedies(change).compensation().map(remedy -> remedy.currency())),
            maybeTime("closed_at", change -> closedAt(incident(change))),
            maybeTime("withdrawn_at", change -> withdrawn(incident(change)).map(Withdrawn::at)),
            maybeText("withdrawal_reason", change -> withdrawn(incident(change)).map(Withdrawn::reason)),
            text("contribution", change -> EventJson.write(change.after().kept())),
            number("version", change -> change.after().version())));

    private static final Columns<IncidentChange> STEP = new Columns<>(List.of(
            time("at", IncidentChange::at),
            text("what", change -> change.what().name()),
            maybeText(
                    "from_state",
                    change -> change.before()
                            .map(StoredIncident::incident)
                            .map(IncidentState::of)
                            .map(Enum::name)),
            text("detail", IncidentChange::detail)));

    private static final Columns<IncidentChange> ROW = NAME.and(MADE);
    private static final Columns<IncidentChange> TOLD = ROW.and(STEP);

    private static final String REMEMBER = """
             insert into shipment_exception_history (exception_key, version, at, what, from_state, to_state, detail, recorded_at)
            select new.key, version, at, what, from_state, state, detail, $%d from saved join new on new.key = saved.key
            returning exception_key""".formatted(TOLD.next());

    private static final String INSERT = "with new as (select * from " + TOLD.rows()
            + "), saved as (insert into shipment_exception (" + ROW.names() + ") select " + ROW.names()
            + " from new order by key on conflict do nothing returning key)" + REMEMBER;

    private static final String UPDATE = "with new as (select * from " + TOLD.rows()
            + "), saved as (update shipment_exception set " + MADE.assignments()
            + " from new where shipment_exception.key = new.key returning shipment_exception.key)" + REMEMBER;

    /** @return the keys of those that nobody had opened before */
    static Uni<Set<String>> insert(SqlConnection connection, List<IncidentChange> changes, Instant now) {
        return write(connection, INSERT, changes, now);
    }

    static Uni<Void> update(SqlConnection connection, List<IncidentChange> changes, Instant now) {
        return write(connection, UPDATE, changes, now).replaceWithVoid();
    }

    private static Uni<Set<String>> write(
            SqlConnection connection, String sql, List<IncidentChange> changes, Instant now) {
        if (changes.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return connection
                .preparedQuery(sql)
                .execute(TOLD.values(changes).addValue(now.atOffset(ZoneOffset.UTC)))
                .map(rows ->
                        rows.stream().map(row -> row.getString("exception_key")).collect(Collectors.toSet()));
    }

    private static ShipmentIncident incident(IncidentChange change) {
        return change.after().incident();
    }

    private static Remedies remedies(IncidentChange change) {
        return incident(change).handling().map(Handling::remedies).orElse(Remedies.none());
    }

    private static Optional<Instant> closedAt(ShipmentIncident incident) {
        return switch (incident) {
            case Closed closed -> Optional.of(closed.at());
            case Disproved disproved -> closedAt(disproved.was());
            case Open _, InTrace _, Withdrawn _ -> Optional.empty();
        };
    }

    private static Optional<Withdrawn> withdrawn(ShipmentIncident incident) {
        return incident instanceof Withdrawn withdrawn ? Optional.of(withdrawn) : Optional.empty();
    }

    private IncidentRows() {}
}
