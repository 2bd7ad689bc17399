package org.shopscore.logistics.shipment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.shopscore.logistics.announcement.Announcing;
import org.shopscore.logistics.announcement.Announcing.Result;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanRows;
import org.shopscore.logistics.waybill.Waybill;
import org.shopscore.logistics.waybill.Waybills;
import org.shopscore.problem.IfMatch;

/** What callers ask of one shipment, each command in a transaction of its own. */
@ApplicationScoped
class ShipmentCommands {

    /** A shipment after a command. */
    record Declared(StoredShipment shipment, boolean isNew) {}

    private final Announcing announcing;
    private final Shipments shipments;
    private final NamedFacts named;
    private final ShipmentQueries queries;
    private final Clock clock;

    ShipmentCommands(
            Announcing announcing, Shipments shipments, NamedFacts named, ShipmentQueries queries, Clock clock) {
        this.announcing = announcing;
        this.shipments = shipments;
        this.named = named;
        this.queries = queries;
        this.clock = clock;
    }

    /** Takes in a shipment; the same shipment again changes nothing. */
    Uni<Declared> declare(ShipmentId id, Consignment given) {
        return announcing
                .transaction(connection -> Waybills.hold(connection, Set.of(given.waybill()))
                        .chain(() -> named.require(connection, id, given))
                        .chain(() -> scans(connection, given.waybill()))
                        .map(scans -> ShipmentChange.declared(id, given, scans, clock.instant()))
                        .chain(change -> insert(connection, change)))
                .chain(isNew -> queries.find(id)
                        .invoke(stored -> requireSame(stored.shipment().consignment(), given))
                        .map(stored -> new Declared(stored, isNew)));
    }

    /** Gives a shipment another content, if it still is as the caller knew it. */
    Uni<StoredShipment> edit(ShipmentId id, Consignment given, String ifMatch) {
        return announcing.transaction(connection -> Waybills.hold(connection, Set.of(given.waybill()))
                .chain(() -> locked(connection, id))
                .invoke(stored -> IfMatch.require(ifMatch, stored.version()))
                .call(() -> named.require(connection, id, given))
                .chain(stored -> scans(connection, given.waybill())
                        .map(scans -> ShipmentChange.edited(stored, given, scans, clock.instant())))
                .chain(change -> save(connection, change)));
    }

    /** Takes in that the shop took a parcel back before a carrier had it. */
    Uni<StoredShipment> withdraw(ShipmentId id, Instant at) {
        return announcing.transaction(connection -> locked(connection, id)
                .invoke(ShipmentCommands::requireWithShop)
                .chain(stored -> scans(
                                connection, stored.shipment().consignment().waybill())
                        .map(scans -> ShipmentChange.withdrawn(stored, at, scans)))
                .chain(change -> save(connection, change)));
    }

    private Uni<StoredShipment> locked(SqlConnection connection, ShipmentId id) {
        return shipments.locked(connection, id).map(stored -> stored.orElseThrow(() -> Refusals.unknownShipment(id)));
    }

    private Uni<Result<Boolean>> insert(SqlConnection connection, ShipmentChange declared) {
        return shipments
                .insert(connection, declared)
                .map(inserted ->
                        inserted.map(announced -> new Result<>(true, announced)).orElseGet(() -> Result.silent(false)));
    }

    private Uni<Result<StoredShipment>> save(SqlConnection connection, ShipmentChange change) {
        return change.isNothing()
                ? Uni.createFrom().item(Result.silent(change.after()))
                : shipments.save(connection, List.of(change)).map(announced -> new Result<>(change.after(), announced));
    }

    private static Uni<List<Scan>> scans(SqlConnection connection, Waybill waybill) {
        return ScanRows.known(connection, Set.of(waybill)).map(scans -> scans.getOrDefault(waybill, List.of()));
    }

    static void requireSame(Consignment known, Consignment given) {
        if (!known.equals(given)) {
            throw Refusals.shipmentDiffers(known, given);
        }
    }

    static void requireWithShop(StoredShipment stored) {
        if (stored.shipment().milestones().pickedUpAt().isPresent()) {
            throw Refusals.handedOver(stored.shipment());
        }
    }
}
