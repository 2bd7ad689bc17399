package org.shopscore.aggregator.tile;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shopscore.aggregator.policy.metric.Maturities;
import org.shopscore.metric.Measures;

/** The table of measures. Entries are only ever added, so what was read once stays true. */
@ApplicationScoped
public class MeasureBook {

    /** A source that invents names without end is stopped here (design.md section 3). */
    public static final int MOST_OF_A_SOURCE = 1_000;

    /** No source counts it: it begins like none. */
    private static final String MATURED = "@";

    // The lock of the transaction: ids are given one after the other, whoever registers.
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('measure'))";
    private static final String READ = "select id, name, source from measure";
    private static final String ADD = """
            insert into measure (id, name, source)
            select (select coalesce(max(id), 0) from measure) + entry.n, entry.name, entry.source
              from unnest($1::text[], $2::text[]) with ordinality as entry(name, source, n)
            """;

    private final Pool pool;
    private volatile MeasureIds ids = MeasureIds.NONE;

    public MeasureBook(Pool pool) {
        this.pool = pool;
    }

    /** What has been read so far. */
    public MeasureIds ids() {
        return ids;
    }

    public Uni<MeasureIds> read() {
        return read(pool);
    }

    /** As one transaction sees it. */
    public Uni<MeasureIds> read(SqlClient client) {
        return client.query(READ).execute().map(MeasureBook::ids).invoke(this::adopt);
    }

    /**
     * Enters the names that nobody has entered before, each for its source.
     *
     * @param wanted name to source
     * @return all measures; without the names of a source that has too many already
     */
    public Uni<MeasureIds> register(Map<String, String> wanted) {
        return pool.withTransaction(connection -> connection
                        .query(LOCK)
                        .execute()
                        .chain(() -> connection.query(READ).execute())
                        .chain(rows -> add(connection, ids(rows), wanted))
                        .chain(() -> connection.query(READ).execute())
                        .map(MeasureBook::ids))
                .invoke(this::adopt);
    }

    /** With an id for all that is to be counted; its measures are entered too, where nobody has counted them yet. */
    public Uni<Maturing> maturing(Maturities maturities) {
        var wanted = new HashMap<String, String>();
        maturities.all().forEach(maturity -> {
            wanted.put(maturity.measure(), Measures.ownerOf(maturity.measure()).orElseThrow());
            wanted.put(maturity.name(), MATURED + maturity.days());
        });
        return ids.knowsAll(wanted.keySet())
                ? Uni.createFrom().item(Maturing.of(maturities, ids))
                : register(wanted).map(known -> Maturing.of(maturities, known));
    }

    /** Unless it is an older view than what is known. */
    private synchronized void adopt(MeasureIds read) {
        if (read.size() > ids.size()) {
            ids = read;
        }
    }

    private static Uni<RowSet<Row>> add(SqlConnection connection, MeasureIds known, Map<String, String> wanted) {
        List<String> names = new ArrayList<>();
        wanted.forEach((name, source) -> {
            long more = names.stream()
                    .filter(added -> wanted.get(added).equals(source))
                    .count();
            if (known.named(name).isEmpty() && known.countOf(source) + more < MOST_OF_A_SOURCE) {
                names.add(name);
            }
        });
        var entries = Tuple.of(
                names.toArray(String[]::new), names.stream().map(wanted::get).toArray(String[]::new));
        return connection.preparedQuery(ADD).execute(entries);
    }

    private static MeasureIds ids(RowSet<Row> rows) {
        var measures = new ArrayList<MeasureIds.Measure>();
        for (Row row : rows) {
            measures.add(new MeasureIds.Measure(row.getShort("id"), row.getString("name"), row.getString("source")));
        }
        return new MeasureIds(measures);
    }
}
