package org.shopscore.logistics.scan;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.waybill.Waybill;

/** Writes scans; a scan that is there already changes nothing. */
final class ScanRows {

    private static final String INSERT = """
            insert into scan (carrier, waybill, at, status, digest, incident, raw_code, text, region, provider, received_at)
            select *, $11 from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[],
              $7::text[], $8::text[], $9::text[], $10::text[])
            on conflict do nothing
            returning carrier, waybill""";

    private record Told(TrackingUpdate update, Scan scan) {}

    /** @return one entry for each scan that was new */
    static Uni<List<Waybill>> insert(SqlConnection connection, List<TrackingUpdate> updates, Instant now) {
        var told = updates.stream()
                .flatMap(update -> update.scans().stream().map(scan -> new Told(update, scan)))
                .toList();
        var values = Tuple.tuple()
                .addValue(column(told, String[]::new, one -> one.update.of().carrier()))
                .addValue(column(told, String[]::new, one -> one.update.of().number()))
                .addValue(
                        column(told, OffsetDateTime[]::new, one -> one.scan.at().atOffset(ZoneOffset.UTC)))
                .addValue(column(told, String[]::new, one -> one.scan.status().name()))
                .addValue(column(told, String[]::new, one -> one.scan.digest()))
                .addValue(optional(told, one -> one.scan.incident().map(Incident::name)))
                .addValue(column(told, String[]::new, one -> one.scan.rawCode()))
                .addValue(column(told, String[]::new, one -> one.scan.text()))
                .addValue(optional(told, one -> one.scan.region().map(Region::code)))
                .addValue(column(told, String[]::new, one -> one.update.provider()))
                .addValue(now.atOffset(ZoneOffset.UTC));
        return connection
                .preparedQuery(INSERT)
                .execute(values)
                .map(rows -> rows.stream()
                        .map(row -> new Waybill(row.getString("carrier"), row.getString("waybill")))
                        .toList());
    }

    private static String[] optional(List<Told> told, Function<Told, Optional<String>> of) {
        return column(told, String[]::new, one -> of.apply(one).orElse(null));
    }

    private static <T> T[] column(List<Told> told, IntFunction<T[]> array, Function<Told, T> of) {
        return told.stream().map(of).toArray(array);
    }

    private ScanRows() {}
}
