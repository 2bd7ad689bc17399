package org.shopscore.logistics.carrier.counting;

import static org.shopscore.logistics.sql.Fields.maybeInstant;
import static org.shopscore.logistics.sql.Fields.maybeText;

import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.shopscore.logistics.carrier.performance.Cell;
import org.shopscore.logistics.carrier.performance.PerformanceRegions;
import org.shopscore.logistics.carrier.performance.Stage;
import org.shopscore.logistics.carrier.tally.CarriedParcel;
import org.shopscore.logistics.carrier.tally.EntryText;
import org.shopscore.logistics.carrier.tally.Journey;
import org.shopscore.logistics.carrier.tally.Opinion;
import org.shopscore.logistics.carrier.tally.ParcelTally;
import org.shopscore.logistics.carrier.tally.Promise;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.scan.ScanStatus;

/**
 * A parcel as the tables hold it, and what it was counted for.
 *
 * @param cell empty when nobody told from where to where it goes
 * @param kept the cell it was counted in, empty for one that was not counted yet
 */
record ParcelRow(String key, Optional<Cell> cell, ParcelTally tally, Optional<Cell> kept, ParcelTally counted) {

    /** All that a parcel's figures are made of, by shipment key. */
    static final String SELECT = """
            select shipment.key, shipment.carrier, shipment.shipped_at, shipment.picked_up_at, shipment.signed_at,
              shipment.returned_at, shipment.lost_at, shipment.replaces,
              coalesce(shipment.from_region, goods.from_region) as from_region,
              coalesce(shipment.to_region, goods.to_region) as to_region,
              goods.pickup_excluded, goods.delivery_excluded, promise.delivery_due_at,
              coalesce(promise.passed_until > promise.delivery_due_at, false) as passed,
              (select json_object_agg(status, told_at) from (select status, min(at) as told_at from scan
                where scan.carrier = shipment.carrier and scan.waybill = shipment.waybill group by status) as told)
                as first_scans,
              feedback.attitude, feedback.speed, feedback.parcel_state, feedback.given_at,
              exists (select from shipment_exception as trouble where trouble.shipment_key = shipment.key
                and trouble.fault = 'CARRIER' and trouble.state not in ('WITHDRAWN', 'DISPROVED')) as exceptional,
              counted.carrier as kept_carrier, counted.from_region as kept_from, counted.to_region as kept_to,
              counted.counted
            from shipment
            cross join lateral (select min(orders.from_region) as from_region, min(orders.to_region) as to_region,
                coalesce(bool_or(pickup_excluded_by <> '{}'), false) as pickup_excluded,
                coalesce(bool_or(delivery_excluded_by <> '{}' or lost_by_force_majeure_at is not null), false)
                  as delivery_excluded
              from shipment_order join orders on orders.key = order_key where shipment_key = shipment.key) as goods
            left join lateral (select delivery_due_at, passed_until
              from shipment_order join orders on orders.key = order_key
              where shipment_key = shipment.key and orders.state <> 'CANCELLED'
              order by delivery_due_at, orders.key limit 1) as promise on true
            left join delivery_feedback as feedback on feedback.shipment_key = shipment.key
            left join carrier_parcel as counted on counted.shipment_key = shipment.key
            where shipment.key = any($1)""";

    /** The cell that the row is kept with, also when it counts in none any more. */
    Optional<Cell> lastCell() {
        return cell.or(() -> kept);
    }

    static ParcelRow of(Row row) {
        var cell = cell(row, "carrier", "from_region", "to_region").map(ParcelRow::atLevel);
        return new ParcelRow(
                row.getString("key"),
                cell,
                cell.map(_ -> ParcelTally.of(parcel(row))).orElse(ParcelTally.NONE),
                cell(row, "kept_carrier", "kept_from", "kept_to"),
                maybeTexts(row).map(EntryText::read).orElse(ParcelTally.NONE));
    }

    private static Cell atLevel(Cell told) {
        return new Cell(told.carrier(), PerformanceRegions.of(told.from()), PerformanceRegions.of(told.to()));
    }

    private static CarriedParcel parcel(Row row) {
        return new CarriedParcel(
                journey(row),
                maybeInstant(row, "delivery_due_at")
                        .filter(_ -> row.getString("replaces") == null)
                        .map(dueAt -> new Promise(dueAt, row.getBoolean("passed"))),
                row.getBoolean("pickup_excluded"),
                row.getBoolean("delivery_excluded"),
                row.getBoolean("exceptional"),
                maybeInstant(row, "given_at").map(givenAt -> opinion(row, givenAt)));
    }

    private static Journey journey(Row row) {
        var reached = new EnumMap<Stage, Instant>(Stage.class);
        var scans = (JsonObject) row.getValue("first_scans");
        if (scans != null) {
            scans.forEach(first -> Stage.of(ScanStatus.valueOf(first.getKey()))
                    .ifPresent(stage -> reached.merge(
                            stage,
                            Instant.parse(String.valueOf(first.getValue())),
                            (one, other) -> one.isBefore(other) ? one : other)));
        }
        maybeInstant(row, "shipped_at").ifPresent(at -> reached.put(Stage.ANNOUNCED, at));
        maybeInstant(row, "picked_up_at").ifPresent(at -> reached.put(Stage.PICKED_UP, at));
        return new Journey(
                reached,
                maybeInstant(row, "signed_at"),
                maybeInstant(row, "returned_at"),
                maybeInstant(row, "lost_at"));
    }

    private static Opinion opinion(Row row, Instant givenAt) {
        return new Opinion(
                row.getInteger("attitude"),
                row.getInteger("speed"),
                !row.getString("parcel_state").equals("INTACT"),
                givenAt);
    }

    private static Optional<Cell> cell(Row row, String carrier, String from, String to) {
        return maybeText(row, from)
                .flatMap(begins -> maybeText(row, to)
                        .map(ends -> new Cell(row.getString(carrier), new Region(begins), new Region(ends))));
    }

    private static Optional<List<String>> maybeTexts(Row row) {
        return Optional.ofNullable(row.getArrayOfStrings("counted")).map(List::of);
    }
}
