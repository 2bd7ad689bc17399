package org.shopscore.logistics.scan;

import static org.shopscore.logistics.sql.Column.maybeText;
import static org.shopscore.logistics.sql.Column.text;
import static org.shopscore.logistics.sql.Column.time;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.sql.Columns;
import org.shopscore.logistics.sql.Fields;
import org.shopscore.logistics.waybill.Waybill;

/** Scans in their table; one that is there already is not stored again. */
public final class ScanRows {

    private record Told(Waybill waybill, String provider, Scan scan) {}

    private static final Columns<Told> COLUMNS = new Columns<>(List.of(
            text("carrier", told -> told.waybill.carrier()),
            text("waybill", told -> told.waybill.number()),
            time("at", told -> told.scan.at()),
            text("status", told -> told.scan.status().name()),
            text("digest", told -> told.scan.digest()),
            maybeText("incident", told -> told.scan.incident().map(Incident::name)),
            text("raw_code", told -> told.scan.rawCode()),
            text("text", told -> told.scan.text()),
            maybeText("region", told -> told.scan.region().map(Region::code)),
            text("provider", Told::provider)));

    private static final String INSERT = "insert into scan (" + COLUMNS.names() + ", received_at) select "
            + COLUMNS.names() + ", $" + COLUMNS.next() + " from " + COLUMNS.rows()
            + " on conflict do nothing returning "
            + COLUMNS.names();

    /** Their names, as {@link #waybill} and {@link #scan} need them in a select from {@code scan}. */
    public static final String ALL = COLUMNS.names();

    private static final String KNOWN = "select " + COLUMNS.names() + """
             from scan where (carrier, waybill) in (select * from unnest($1::text[], $2::text[]))
            order by carrier, waybill, at, status, digest""";

    /** @return the scans that were new, by waybill */
    static Uni<Map<Waybill, List<Scan>>> insert(
            SqlConnection connection, Collection<TrackingUpdate> updates, Instant now) {
        var told = updates.stream()
                .flatMap(update -> update.scans().stream().map(scan -> new Told(update.of(), update.provider(), scan)))
                .toList();
        return connection
                .preparedQuery(INSERT)
                .execute(COLUMNS.values(told).addValue(now.atOffset(ZoneOffset.UTC)))
                .map(ScanRows::byWaybill);
    }

    /** All scans of the waybills, each by time; a waybill without any is left out. */
    public static Uni<Map<Waybill, List<Scan>>> known(SqlConnection connection, Collection<Waybill> waybills) {
        var carriers = waybills.stream().map(Waybill::carrier).toArray(String[]::new);
        var numbers = waybills.stream().map(Waybill::number).toArray(String[]::new);
        return connection
                .preparedQuery(KNOWN)
                .execute(Tuple.of(carriers, numbers))
                .map(ScanRows::byWaybill);
    }

    private static Map<Waybill, List<Scan>> byWaybill(Iterable<Row> rows) {
        return java.util.stream.StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.groupingBy(
                        ScanRows::waybill, TreeMap::new, Collectors.mapping(ScanRows::scan, Collectors.toList())));
    }

    public static Waybill waybill(Row row) {
        return new Waybill(row.getString("carrier"), row.getString("waybill"));
    }

    public static Scan scan(Row row) {
        return new Scan(
                Fields.instant(row, "at"),
                ScanStatus.valueOf(row.getString("status")),
                Fields.maybeText(row, "incident").map(Incident::valueOf),
                row.getString("raw_code"),
                row.getString("text"),
                Fields.maybeText(row, "region").map(Region::new));
    }

    private ScanRows() {}
}
