package org.shopscore.logistics.shipment;

import static org.shopscore.logistics.sql.Column.maybeText;
import static org.shopscore.logistics.sql.Column.maybeTime;
import static org.shopscore.logistics.sql.Column.number;
import static org.shopscore.logistics.sql.Column.text;
import static org.shopscore.logistics.sql.Column.texts;
import static org.shopscore.logistics.sql.Column.time;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.sql.Columns;
import org.shopscore.metric.EventJson;

/** Writes shipments and the steps of their history, any number of them in one statement. */
final class ShipmentRows {

    private static final Columns<ShipmentChange> NAME = new Columns<>(List.of(
            text("key", change -> change.id().key()),
            text("shop_id", change -> change.id().shopId()),
            text("shipment_id", change -> change.id().shipmentId())));

    private static final Columns<ShipmentChange> DECLARED = new Columns<>(List.of(
            text("carrier", change -> consignment(change).waybill().carrier()),
            text("waybill", change -> consignment(change).waybill().number()),
            texts("order_ids", change -> consignment(change).orderIds()),
            maybeText("replaces", change -> consignment(change).replaces()),
            maybeText("from_region", change -> consignment(change).from().map(Region::code)),
            maybeText("to_region", change -> consignment(change).to().map(Region::code)),
            maybeTime("shipped_at", change -> consignment(change).shippedAt()),
            maybeTime("withdrawn_at", change -> change.after().withdrawnAt())));

    private static final Columns<ShipmentChange> MADE = new Columns<>(List.of(
            text("state", change -> change.after().shipment().state().name()),
            maybeTime("picked_up_at", change -> milestones(change).pickedUpAt()),
            maybeTime("signed_at", change -> milestones(change).signedAt()),
            maybeTime("returned_at", change -> milestones(change).returnedAt()),
            maybeTime("lost_at", change -> milestones(change).lostAt()),
            maybeTime("cancelled_at", change -> milestones(change).cancelledAt()),
            maybeTime("last_scan_at", change -> milestones(change).lastScanAt()),
            text("contribution", change -> EventJson.write(change.after().kept())),
            number("version", change -> change.after().version())));

    private static final Columns<ShipmentChange> STEP = new Columns<>(List.of(
            time("at", ShipmentChange::at),
            text("what", change -> change.what().name()),
            maybeText(
                    "from_state",
                    change -> change.before()
                            .map(StoredShipment::shipment)
                            .map(Shipment::state)
                            .map(ShipmentState::name))));

    static final Columns<ShipmentChange> ROW = NAME.and(DECLARED).and(MADE);
    private static final Columns<ShipmentChange> TOLD = ROW.and(STEP);

    /** A scan that leaves the parcel where it is makes no version, and so no step. */
    private static final String REMEMBER = """
             insert into shipment_history (shipment_key, version, at, what, from_state, to_state, recorded_at)
            select new.key, version, at, what, from_state, state, $%d from saved join new on new.key = saved.key
            on conflict do nothing returning shipment_key""".formatted(TOLD.next());

    private static final String INSERT = "with new as (select * from " + TOLD.rows()
            + "), saved as (insert into shipment (" + ROW.names() + ") select " + ROW.names()
            + " from new on conflict do nothing returning key)" + REMEMBER;

    private static final String UPDATE = "with new as (select * from " + TOLD.rows()
            + "), saved as (update shipment set "
            + DECLARED.and(MADE).assignments() + " from new where shipment.key = new.key returning shipment.key)"
            + REMEMBER;

    /** @return how many of them nobody had declared before */
    static Uni<Integer> insert(SqlConnection connection, List<ShipmentChange> shipments, Instant now) {
        return write(connection, INSERT, shipments, now);
    }

    static Uni<Void> update(SqlConnection connection, List<ShipmentChange> shipments, Instant now) {
        return write(connection, UPDATE, shipments, now).replaceWithVoid();
    }

    private static Uni<Integer> write(
            SqlConnection connection, String sql, List<ShipmentChange> shipments, Instant now) {
        return connection
                .preparedQuery(sql)
                .execute(TOLD.values(shipments).addValue(now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.size());
    }

    private static Consignment consignment(ShipmentChange change) {
        return change.after().shipment().consignment();
    }

    private static Milestones milestones(ShipmentChange change) {
        return change.after().shipment().milestones();
    }

    private ShipmentRows() {}
}
