package org.shopscore.logistics.carrier.counting;

import static org.shopscore.logistics.sql.Column.text;
import static org.shopscore.logistics.sql.Column.texts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import org.shopscore.logistics.carrier.tally.EntryText;
import org.shopscore.logistics.sql.Columns;

/** Takes parcels that have moved, and remembers what each is counted for. */
final class CountedParcels {

    /** Rows whose transaction is not committed yet are not seen, and are taken by a later turn. */
    private static final String TAKE = "delete from carrier_parcel_moved where id in"
            + " (select id from carrier_parcel_moved order by id limit $1) returning shipment_key";

    private static final Columns<ParcelRow> COLUMNS = new Columns<>(List.of(
            text("shipment_key", ParcelRow::key),
            text("carrier", row -> row.lastCell().orElseThrow().carrier()),
            text("from_region", row -> row.lastCell().orElseThrow().from().code()),
            text("to_region", row -> row.lastCell().orElseThrow().to().code()),
            texts("counted", row -> EntryText.write(row.tally()))));

    private static final String KEEP = "insert into carrier_parcel (" + COLUMNS.names() + ") select " + COLUMNS.names()
            + " from " + COLUMNS.rows() + " on conflict (shipment_key) do update set carrier = excluded.carrier,"
            + " from_region = excluded.from_region, to_region = excluded.to_region, counted = excluded.counted";

    /** The next that have moved, each once. */
    static Uni<List<ParcelRow>> take(SqlConnection connection, int limit) {
        return connection
                .preparedQuery(TAKE)
                .execute(Tuple.of(limit))
                .map(rows -> rows.stream()
                        .map(row -> row.getString("shipment_key"))
                        .distinct()
                        .toArray(String[]::new))
                .chain(keys -> keys.length == 0 ? Uni.createFrom().item(List.of()) : read(connection, keys));
    }

    static Uni<Void> keep(SqlConnection connection, List<ParcelRow> parcels) {
        var onLanes =
                parcels.stream().filter(parcel -> parcel.lastCell().isPresent()).toList();
        return connection.preparedQuery(KEEP).execute(COLUMNS.values(onLanes)).replaceWithVoid();
    }

    private static Uni<List<ParcelRow>> read(SqlConnection connection, String[] keys) {
        return connection
                .preparedQuery(ParcelRow.SELECT)
                .execute(Tuple.of(keys))
                .map(rows -> rows.stream().map(ParcelRow::of).toList());
    }

    private CountedParcels() {}
}
