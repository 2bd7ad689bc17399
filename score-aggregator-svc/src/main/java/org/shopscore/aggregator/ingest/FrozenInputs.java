package org.shopscore.aggregator.ingest;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shopscore.aggregator.score.DayAmounts;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.TileBytes;
import org.shopscore.aggregator.tile.page.LaneTiles;

/** Writes down, under the fence, what the scores of a day are computed from: sums of the window, and what the registry says. */
final class FrozenInputs {

    private static final String REQUESTED = "select stat_date from official_request order by stat_date";
    private static final String COUNTED = """
            insert into score_input (stat_date, shop_id, revision, partition, sums, category_id, opened_on, kind, flags,
                products_on_sale)
            select $1, i.shop_id, 0, $2, i.sums, s.category_id, s.opened_on, s.kind, coalesce(s.flags, '{}'), s.products_on_sale
              from unnest($3::text[], $4::bytea[]) i(shop_id, sums) left join shop s on s.shop_id = i.shop_id
            on conflict do nothing
            """;
    private static final String REGISTERED = """
            insert into score_input (stat_date, shop_id, revision, partition, sums, category_id, opened_on, kind, flags,
                products_on_sale)
            select $1, shop_id, 0, $2, ''::bytea, category_id, opened_on, kind, flags, products_on_sale from shop where lane = $2
            on conflict do nothing
            """;
    private static final String DONE =
            "insert into official_lane (stat_date, partition, frozen_offset) values ($1, $2, $3) on conflict do nothing";
    private static final String MOVED = """
            update ingest_partition set frozen_to = greatest(frozen_to, $1) where partition = $2
            """;
    private static final String COUNT =
            "select count(*) from score_input where stat_date = $1 and partition = $2 and revision = 0";
    private static final int AT_ONCE = 1_000;

    private final Pool pool;

    FrozenInputs(Pool pool) {
        this.pool = pool;
    }

    Uni<List<LocalDate>> requested() {
        return pool.query(REQUESTED)
                .execute()
                .map(rows -> rows.stream().map(row -> row.getLocalDate(0)).toList());
    }

    /** @return how many shops; fails with {@link Fenced} when the partition has another owner */
    Uni<Integer> freeze(LaneState lane, LocalDate day) {
        short partition = (short) lane.partition();
        return pool.withTransaction(connection -> IngestTransaction.fence(
                        connection, List.of(LaneWrites.unchanged(lane)))
                .chain(() -> LaneTiles.sums(connection, partition, DayAmounts.firstOfWindow(day), day))
                .chain(sums -> store(connection, day, partition, sums))
                .chain(() -> connection.preparedQuery(REGISTERED).execute(Tuple.of(day, partition)))
                .chain(() -> connection.preparedQuery(DONE).execute(Tuple.of(day, partition, lane.nextOffset())))
                .chain(() -> day.equals(lane.frozen().next())
                        ? connection.preparedQuery(MOVED).execute(Tuple.of(day, partition))
                        : Uni.createFrom().nullItem())
                .chain(() -> connection.preparedQuery(COUNT).execute(Tuple.of(day, partition)))
                .map(rows -> Math.toIntExact(rows.iterator().next().getLong(0))));
    }

    private static Uni<Void> store(
            SqlConnection connection, LocalDate day, short partition, Map<String, Amounts> sums) {
        return Multi.createFrom()
                .iterable(sums.entrySet())
                .group()
                .intoLists()
                .of(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(some -> connection
                        .preparedQuery(COUNTED)
                        .execute(Tuple.of(
                                day,
                                partition,
                                some.stream().map(Map.Entry::getKey).toArray(String[]::new),
                                some.stream()
                                        .map(shop -> Buffer.buffer(TileBytes.pack(shop.getValue())))
                                        .toArray(Buffer[]::new))))
                .onItem()
                .ignoreAsUni();
    }
}
