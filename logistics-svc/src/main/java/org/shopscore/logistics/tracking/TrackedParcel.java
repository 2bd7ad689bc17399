package org.shopscore.logistics.tracking;

import static org.shopscore.logistics.sql.Fields.maybeInstant;
import static org.shopscore.logistics.sql.Fields.maybeText;

import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.shopscore.logistics.carrier.performance.Stage;
import org.shopscore.logistics.lane.Lane;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.scan.Incident;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.logistics.shipment.ShipmentState;

/** Reads a parcel from its row. */
final class TrackedParcel {

    /** A parcel with more scans is shown with the newest. */
    static final int MOST_SCANS = 200;

    static Tracked.Parcel of(Row row) {
        var scans = list(row, "scans", TrackedParcel::scan);
        return new Tracked.Parcel(
                row.getString("shipment_id"),
                row.getString("carrier"),
                row.getString("waybill"),
                ShipmentState.valueOf(row.getString("state")),
                lane(row),
                reached(row, scans),
                maybeInstant(row, "signed_at"),
                scans.stream().limit(MOST_SCANS).toList(),
                scans.size() > MOST_SCANS,
                list(
                        row,
                        "troubles",
                        trouble -> new Tracked.Trouble(trouble.getString(0), Instant.parse(trouble.getString(1)))));
    }

    private static Map<Stage, Instant> reached(Row row, Collection<Scan> scans) {
        var reached = new EnumMap<Stage, Instant>(Stage.class);
        scans.forEach(scan -> Stage.of(scan.status())
                .ifPresent(
                        stage -> reached.merge(stage, scan.at(), (one, other) -> one.isBefore(other) ? one : other)));
        maybeInstant(row, "shipped_at").ifPresent(at -> reached.put(Stage.ANNOUNCED, at));
        maybeInstant(row, "picked_up_at").ifPresent(at -> reached.put(Stage.PICKED_UP, at));
        return reached;
    }

    private static Optional<Lane> lane(Row row) {
        return maybeText(row, "from_region")
                .flatMap(from -> maybeText(row, "to_region")
                        .map(to -> new Lane(row.getString("carrier"), new Region(from), new Region(to))));
    }

    private static Scan scan(JsonArray told) {
        return new Scan(
                Instant.parse(told.getString(0)),
                ScanStatus.valueOf(told.getString(1)),
                Optional.ofNullable(told.getString(2)).map(Incident::valueOf),
                told.getString(3),
                told.getString(4),
                Optional.ofNullable(told.getString(5)).map(Region::new));
    }

    private static <T> List<T> list(Row row, String column, Function<JsonArray, T> of) {
        return row.getValue(column) instanceof JsonArray array
                ? IntStream.range(0, array.size())
                        .mapToObj(array::getJsonArray)
                        .map(of)
                        .toList()
                : List.of();
    }

    private TrackedParcel() {}
}
