package org.shopscore.logistics.carrier;

import static org.shopscore.logistics.sql.Column.number;
import static org.shopscore.logistics.sql.Column.text;
import static org.shopscore.logistics.sql.Column.texts;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shopscore.logistics.carrier.VersionedTable.Put;
import org.shopscore.logistics.carrier.VersionedTable.Stored;
import org.shopscore.logistics.lane.ServiceLevel;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.sql.Fields;
import org.shopscore.problem.Refused;

/** The registry of carriers. */
@ApplicationScoped
public class Carriers {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final VersionedTable<Carrier> TABLE = new VersionedTable<>(
            "carrier",
            List.of(text("code", Carrier::code)),
            List.of(
                    text("name_zh", Carrier::nameZh),
                    text("name_en", Carrier::nameEn),
                    texts(
                            "coverage",
                            carrier -> carrier.coverage().stream()
                                    .map(Region::code)
                                    .sorted()
                                    .toList()),
                    texts(
                            "levels",
                            carrier -> carrier.levels().stream()
                                    .map(ServiceLevel::name)
                                    .sorted()
                                    .toList()),
                    number("peak_per_day", carrier -> carrier.peakPerDay().orElse(null))),
            Carriers::carrier);

    private static final String ALL = "select " + TABLE.columns() + " from carrier";
    private static final String ONE = ALL + " where code = $1";
    private static final String SOME = ALL + " where code = any($1)";
    private static final String PAGE = ALL + " where code > $1 order by code limit $2";

    private final Pool pool;

    Carriers(Pool pool) {
        this.pool = pool;
    }

    /** Those that come with the service are there from the start; what a desk has made of them stays. */
    void start(@Observes StartupEvent event) {
        pool.withTransaction(connection -> all(connection).chain(known -> add(connection, known)))
                .await()
                .atMost(PATIENCE);
    }

    Uni<Put<Carrier>> put(Carrier given, String ifMatch) {
        return pool.withTransaction(connection -> TABLE.put(connection, given, ifMatch));
    }

    private Uni<Optional<Stored<Carrier>>> find(String code) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(code))
                .map(rows -> rows.stream().map(TABLE::stored).findFirst());
    }

    /** @throws Refused 404 {@code unknown-carrier} for a code that nobody has registered */
    public Uni<Stored<Carrier>> require(String code) {
        return find(code)
                .map(found ->
                        found.orElseThrow(() -> new Refused(404, "unknown-carrier", "there is no carrier " + code)));
    }

    Uni<List<Stored<Carrier>>> page(String afterCode, int limit) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(afterCode, limit))
                .map(rows -> rows.stream().map(TABLE::stored).toList());
    }

    /** Those of these that are registered. */
    public static Uni<List<Carrier>> of(SqlConnection connection, Collection<String> codes) {
        return connection
                .preparedQuery(SOME)
                .execute(Tuple.of(codes.toArray(String[]::new)))
                .map(rows -> rows.stream().map(Carriers::carrier).toList());
    }

    /** All of them, by code. */
    public Uni<List<Carrier>> all() {
        return pool.withConnection(Carriers::all);
    }

    private static Uni<List<Carrier>> all(SqlConnection connection) {
        return connection
                .preparedQuery(ALL + " order by code")
                .execute()
                .map(rows -> rows.stream().map(Carriers::carrier).toList());
    }

    private static Uni<Void> add(SqlConnection connection, List<Carrier> known) {
        var codes = known.stream().map(Carrier::code).collect(Collectors.toSet());
        return Multi.createFrom()
                .items(CarrierData.carriers().stream().filter(carrier -> !codes.contains(carrier.code())))
                .onItem()
                .transformToUniAndConcatenate(carrier -> TABLE.put(connection, carrier, "*"))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static Carrier carrier(Row row) {
        return new Carrier(
                row.getString("code"),
                row.getString("name_zh"),
                row.getString("name_en"),
                Fields.texts(row, "coverage").stream().map(Region::new).collect(Collectors.toSet()),
                Fields.texts(row, "levels").stream().map(ServiceLevel::valueOf).collect(Collectors.toSet()),
                Optional.ofNullable(row.getLong("peak_per_day")));
    }
}
