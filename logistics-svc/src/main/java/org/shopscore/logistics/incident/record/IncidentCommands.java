package org.shopscore.logistics.incident.record;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.shopscore.logistics.announcement.Announcing;
import org.shopscore.logistics.announcement.Announcing.Result;
import org.shopscore.logistics.incident.Move;
import org.shopscore.logistics.incident.Occurrence;
import org.shopscore.logistics.incident.ShipmentIncident;
import org.shopscore.logistics.shipment.ShipmentId;
import org.shopscore.problem.IfMatch;

/** What people do with incidents: each command holds the shipment, moves, saves and announces in one transaction. */
@ApplicationScoped
public class IncidentCommands {

    /** An incident after it was opened. */
    public record Opened(StoredIncident stored, boolean isNew) {}

    /** Something that is kept beside an incident. */
    public interface Addition {

        /** @return whether it is new */
        Uni<Boolean> to(SqlConnection connection, StoredIncident stored);
    }

    private interface Command {
        Uni<Result<StoredIncident>> on(SqlConnection connection, StoredIncident stored);
    }

    private static final String HOLD = "select key from shipment where key = $1 for no key update";

    private final Announcing announcing;
    private final Incidents incidents;
    private final Clock clock;

    IncidentCommands(Announcing announcing, Incidents incidents, Clock clock) {
        this.announcing = announcing;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** Opens an incident; the same again changes nothing. */
    public Uni<Opened> open(IncidentId id, Told told, Occurrence what) {
        return announcing.transaction(connection -> hold(connection, told.shipment())
                .chain(() -> incidents.find(connection, id))
                .chain(found -> found.map(known ->
                                Uni.createFrom().item(Result.silent(new Opened(same(known, told, what), false))))
                        .orElseGet(() -> insert(connection, id, told, what))));
    }

    /**
     * Moves an incident; what changes nothing leaves no trace.
     *
     * @param ifMatch the version that the caller has seen, as its header
     * @param detail  what changes, for the history
     */
    public Uni<StoredIncident> move(IncidentId id, ShipmentId shipment, String ifMatch, Move move, String detail) {
        return command(id, shipment, (connection, stored) -> {
            var after = allowed(stored, move);
            if (after.equals(stored.incident())) {
                return Uni.createFrom().item(Result.silent(stored));
            }
            IfMatch.require(ifMatch, stored.version());
            return save(connection, stored, move, detail);
        });
    }

    /** Keeps something beside an incident, if the incident allows that; what is kept already leaves no trace. */
    public Uni<StoredIncident> add(IncidentId id, ShipmentId shipment, Move move, String detail, Addition addition) {
        return command(
                id,
                shipment,
                (connection, stored) -> addition.to(connection, stored)
                        .chain(isNew -> isNew
                                ? save(connection, stored, move, detail)
                                : Uni.createFrom().item(Result.silent(stored))));
    }

    private Uni<StoredIncident> command(IncidentId id, ShipmentId shipment, Command command) {
        return announcing.transaction(connection -> hold(connection, shipment)
                .chain(() -> incidents.find(connection, id))
                .map(found -> found.filter(stored -> stored.told().shipment().equals(shipment))
                        .orElseThrow(() -> Refusals.unknownException(id, shipment)))
                .chain(stored -> command.on(connection, stored)));
    }

    private Uni<Result<Opened>> insert(SqlConnection connection, IncidentId id, Told told, Occurrence what) {
        var opened = IncidentChange.opened(id, told, ShipmentIncident.opened(what));
        return incidents
                .of(connection, List.of(told.shipment()))
                .invoke(others -> requireNew(others, what))
                .chain(() -> incidents.open(connection, List.of(opened)))
                // Somebody may have used the id for another shipment meanwhile.
                .chain(announcement -> incidents
                        .find(connection, id)
                        .map(stored ->
                                new Result<>(new Opened(same(stored.orElseThrow(), told, what), true), announcement)));
    }

    private Uni<Result<StoredIncident>> save(
            SqlConnection connection, StoredIncident stored, Move move, String detail) {
        var change = IncidentChange.moved(stored, move.step(), clock.instant(), detail, allowed(stored, move));
        return incidents
                .move(connection, List.of(change))
                .map(announcement -> new Result<>(change.after(), announcement));
    }

    private static Uni<Void> hold(SqlConnection connection, ShipmentId shipment) {
        return connection
                .preparedQuery(HOLD)
                .execute(Tuple.of(shipment.key()))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw Refusals.unknownShipment(shipment);
                    }
                })
                .replaceWithVoid();
    }

    private static ShipmentIncident allowed(StoredIncident stored, Move move) {
        return move.on(stored.incident()).orElseThrow(() -> Refusals.notAllowed(stored, move));
    }

    private static void requireNew(List<StoredIncident> others, Occurrence what) {
        others.stream().filter(other -> other.says(what.type())).findFirst().ifPresent(other -> {
            throw Refusals.exists(other);
        });
    }

    private static StoredIncident same(StoredIncident known, Told told, Occurrence what) {
        var asOpened = known.incident().occurrence();
        boolean same = known.told().equals(told)
                && asOpened.type() == what.type()
                && asOpened.occasion() == what.occasion()
                && asOpened.openedAt().equals(what.openedAt());
        if (!same) {
            throw Refusals.differs(known, told, what);
        }
        return known;
    }
}
