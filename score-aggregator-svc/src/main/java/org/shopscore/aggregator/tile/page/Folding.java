package org.shopscore.aggregator.tile.page;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;

/**
 * Moves what polls have added to a lane into its pages, in one transaction: a reader finds it in the one place or in the other. It
 * needs no owner, because rows are only ever added by the owner and taken away here, one process at a time.
 */
public final class Folding {

    /** Rows of one transaction. */
    private static final int MOST = 2_000;

    // The lock of the transaction: whoever folds the lane at this moment folds it for everybody.
    private static final String TURN = "select pg_try_advisory_xact_lock($1) as ours";
    private static final String HOLD = "select pg_advisory_xact_lock($1)";
    private static final long TURNS = 0x74696c6573000000L;

    private static final String DELTAS =
            "select from_offset, tiles from tile_delta where lane = $1 order by from_offset limit " + MOST;
    private static final String PAGES = """
            select p.tiles from unnest($2::date[], $3::smallint[]) w(day, page)
              join day_page p on p.lane = $1 and p.page = w.page and p.day = w.day
            """;
    private static final String STORE = """
            insert into day_page (lane, day, page, tiles) select $1, * from unnest($2::date[], $3::smallint[], $4::bytea[])
            on conflict (lane, page, day) do update set tiles = excluded.tiles
            """;
    private static final String FOLDED = "delete from tile_delta where lane = $1 and from_offset = any($2)";

    private final Pool pool;

    public Folding(Pool pool) {
        this.pool = pool;
    }

    /** Everything that the lane has now; nothing when another process is about it. */
    public Uni<Void> fold(int lane) {
        return some(lane).chain(rows -> rows < MOST ? Uni.createFrom().voidItem() : fold(lane));
    }

    /** Nobody folds the lane until the end of the transaction. */
    static Uni<Void> hold(SqlConnection connection, int lane) {
        return connection.preparedQuery(HOLD).execute(Tuple.of(TURNS + lane)).replaceWithVoid();
    }

    private Uni<Integer> some(int lane) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(TURN)
                .execute(Tuple.of(TURNS + lane))
                .chain(rows -> rows.iterator().next().getBoolean("ours")
                        ? connection
                                .preparedQuery(DELTAS)
                                .execute(Tuple.of((short) lane))
                                .emitOn(Infrastructure.getDefaultExecutor())
                        : Uni.createFrom().<RowSet<Row>>nullItem())
                .chain(deltas -> deltas == null || deltas.size() == 0
                        ? Uni.createFrom().item(0)
                        : fold(connection, lane, deltas).replaceWith(deltas.size())));
    }

    private static Uni<Void> fold(SqlConnection connection, int lane, RowSet<Row> deltas) {
        var fold = new Fold();
        for (Row row : deltas) {
            fold.add(row.getBuffer("tiles").getBytes());
        }
        List<Page> pages = List.copyOf(fold.pages());
        var days = pages.stream().map(page -> LocalDate.ofEpochDay(page.day())).toArray(LocalDate[]::new);
        var numbers = pages.stream().map(page -> (short) page.number()).toArray(Short[]::new);
        var folded = deltas.stream().map(row -> row.getLong("from_offset")).toArray(Long[]::new);
        return connection
                .preparedQuery(PAGES)
                .execute(Tuple.of((short) lane, days, numbers))
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(stored -> {
                    stored.forEach(row -> fold.add(row.getBuffer(0).getBytes()));
                    return fold.stored(pages).stream().map(Buffer::buffer).toArray(Buffer[]::new);
                })
                .chain(tiles -> connection.preparedQuery(STORE).execute(Tuple.of((short) lane, days, numbers, tiles)))
                .chain(() -> connection.preparedQuery(FOLDED).execute(Tuple.of((short) lane, folded)))
                .replaceWithVoid();
    }
}
