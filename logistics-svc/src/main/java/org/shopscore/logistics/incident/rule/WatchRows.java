package org.shopscore.logistics.incident.rule;

import static org.shopscore.logistics.sql.Column.maybeTime;
import static org.shopscore.logistics.sql.Column.text;
import static org.shopscore.logistics.sql.Fields.maybeInstant;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shopscore.logistics.shipment.ShipmentId;
import org.shopscore.logistics.sql.Columns;
import org.shopscore.logistics.waybill.Waybill;

/** Reads and writes which parcels are watched. */
final class WatchRows {

    /** A watch whose time has come, and the waybill that its shipment names now. */
    record Due(Watch watch, Waybill waybill) {}

    private static final String WATCH = "watch.shipment_key, no_scan_hours, in_transit_hours, watch_at";

    private static final String BEGIN = """
            insert into shipment_watch (shipment_key, no_scan_hours, in_transit_hours)
            select key, no_scan_hours, in_transit_hours
            from shipment cross join lateral (
              select no_scan_hours, in_transit_hours from exception_threshold lane
              where (lane.from_region is null or starts_with(shipment.from_region, lane.from_region))
                and (lane.to_region is null or starts_with(shipment.to_region, lane.to_region))
                and (lane.carrier is null or lane.carrier = shipment.carrier)
              order by coalesce(length(lane.to_region), 0) + coalesce(length(lane.from_region), 0) desc,
                lane.carrier is null, length(lane.to_region) desc nulls last
              limit 1) patience
            where key = any($1)
            on conflict (shipment_key) do update
              set no_scan_hours = excluded.no_scan_hours, in_transit_hours = excluded.in_transit_hours""";

    private static final String FIND = "select " + WATCH + " from shipment_watch watch where shipment_key = any($1)";

    private static final String DUE = "select " + WATCH + ", carrier, waybill"
            + " from shipment_watch watch join shipment on shipment.key = watch.shipment_key"
            + " where watch_at < $1 order by watch_at limit $2 for no key update skip locked";

    private static final Columns<Watch> MOVED =
            new Columns<>(List.of(text("key", watch -> watch.shipment().key()), maybeTime("watch_at", Watch::watchAt)));

    private static final String MOVE =
            "update shipment_watch set watch_at = new.watch_at from " + MOVED.rows() + " where shipment_key = new.key";

    /** Gives shipments the patience of their lane, as it is now. */
    static Uni<Void> begin(SqlConnection connection, Collection<ShipmentId> shipments) {
        return shipments.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(BEGIN).execute(keys(shipments)).replaceWithVoid();
    }

    static Uni<Map<ShipmentId, Watch>> find(SqlConnection connection, Collection<ShipmentId> shipments) {
        return connection
                .preparedQuery(FIND)
                .execute(keys(shipments))
                .map(rows -> rows.stream()
                        .map(WatchRows::watch)
                        .collect(Collectors.toMap(Watch::shipment, Function.identity())));
    }

    /** Those whose time has come, locked together with their shipments; what somebody else has locked is left to them. */
    static Uni<List<Due>> due(SqlConnection connection, Instant now, int limit) {
        return connection
                .preparedQuery(DUE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), limit))
                .map(rows -> rows.stream()
                        .map(row ->
                                new Due(watch(row), new Waybill(row.getString("carrier"), row.getString("waybill"))))
                        .toList());
    }

    static Uni<Void> move(SqlConnection connection, List<Watch> watches) {
        return watches.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(MOVE).execute(MOVED.values(watches)).replaceWithVoid();
    }

    private static Tuple keys(Collection<ShipmentId> shipments) {
        return Tuple.of(shipments.stream().map(ShipmentId::key).toArray(String[]::new));
    }

    private static Watch watch(Row row) {
        String[] key = row.getString("shipment_key").split("/", 2);
        return new Watch(
                new ShipmentId(key[0], key[1]),
                Patience.ofHours(row.getInteger("no_scan_hours"), row.getInteger("in_transit_hours")),
                maybeInstant(row, "watch_at"));
    }

    private WatchRows() {}
}
