package org.shopscore.aggregator.ingest;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shopscore.aggregator.ingest.LateFacts.LateFact;
import org.shopscore.aggregator.tile.Days;

/** Writes the batches of a poll, all or nothing. */
final class IngestTransaction {

    // Only the owner who knows the epoch and the offset may write; the row lock holds the next owner off until the
    // commit.
    private static final String FENCE = """
            update ingest_partition p set next_offset = f.next
              from unnest($1::smallint[], $2::bigint[], $3::bigint[], $4::bigint[]) f(partition, epoch, expected, next)
             where p.partition = f.partition and p.epoch = f.epoch and p.next_offset = f.expected
            """;

    private static final String ADDED = """
            insert into tile_delta (lane, from_offset, tiles)
            select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])
            """;

    private static final String POSITIONS = """
            insert into sequence_position (partition, source, incarnation, last, last_id, complete_until)
            select * from unnest($1::smallint[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::timestamptz[])
            on conflict (partition, source, incarnation) do update
               set last = excluded.last, last_id = excluded.last_id, complete_until = excluded.complete_until
            """;

    private static final String HOLES_GONE = """
            delete from sequence_hole h
             using unnest($1::smallint[], $2::text[], $3::text[], $4::bigint[]) g(partition, source, incarnation, from_number)
             where h.partition = g.partition and h.source = g.source and h.incarnation = g.incarnation
               and h.from_number = g.from_number
            """;

    private static final String HOLES_OPENED = """
            insert into sequence_hole (partition, source, incarnation, from_number, to_number, reason, opened_at)
            select * from unnest($1::smallint[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::text[], $7::timestamptz[])
            """;

    private static final String HOLES_CLOSED = """
            insert into sequence_hole
                (partition, source, incarnation, from_number, to_number, reason, opened_at, closed_at, closed_by)
            select * from unnest($1::smallint[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::text[],
                $7::timestamptz[], $8::timestamptz[], $9::text[])
            """;

    private static final String LATE = """
            insert into late_fact (partition, record_offset, shop_id, day, first_stat_date, last_stat_date, amounts, ref, reason)
            select * from unnest($1::smallint[], $2::bigint[], $3::text[], $4::date[], $5::date[], $6::date[], $7::bytea[],
                $8::text[], $9::text[])
            """;

    private final Pool pool;

    IngestTransaction(Pool pool) {
        this.pool = pool;
    }

    /** @return fails with {@link Fenced} when one of the partitions has another owner; after any other failure nobody knows */
    Uni<Void> write(List<LaneWrites> lanes) {
        return pool.withTransaction(connection -> fence(connection, lanes)
                .chain(() -> Columns.of(
                                lanes.stream().filter(lane -> lane.added().length() > 0))
                        .smallint(LaneWrites::partition)
                        .bigint(LaneWrites::expectedOffset)
                        .bytea(LaneWrites::added)
                        .execute(connection, ADDED))
                .chain(() -> Columns.of(all(lanes, LaneWrites::positions))
                        .smallint(LaneWrites.Position::partition)
                        .text(position -> position.life().source())
                        .text(position -> position.life().incarnation())
                        .bigint(position -> position.sequence().last())
                        .text(position -> position.sequence().lastId())
                        .instant(position -> position.sequence().completeUntil())
                        .execute(connection, POSITIONS))
                .chain(() -> Columns.of(all(lanes, LaneWrites::gone))
                        .smallint(LaneWrites.OpenHole::partition)
                        .text(gone -> gone.life().source())
                        .text(gone -> gone.life().incarnation())
                        .bigint(gone -> gone.hole().from())
                        .execute(connection, HOLES_GONE))
                .chain(() -> Columns.of(all(lanes, LaneWrites::opened))
                        .smallint(LaneWrites.OpenHole::partition)
                        .text(opened -> opened.life().source())
                        .text(opened -> opened.life().incarnation())
                        .bigint(opened -> opened.hole().from())
                        .bigint(opened -> opened.hole().to())
                        .text(opened -> opened.hole().why().code())
                        .instant(opened -> opened.hole().openedAt())
                        .execute(connection, HOLES_OPENED))
                .chain(() -> Columns.of(all(lanes, LaneWrites::closed))
                        .smallint(LaneWrites.ClosedHole::partition)
                        .text(closed -> closed.life().source())
                        .text(closed -> closed.life().incarnation())
                        .bigint(closed -> closed.hole().from())
                        .bigint(closed -> closed.hole().to())
                        .text(closed -> closed.hole().why().code())
                        .instant(closed -> closed.hole().openedAt())
                        .instant(closed -> closed.hole().closedAt())
                        .text(closed -> closed.hole().by())
                        .execute(connection, HOLES_CLOSED))
                .chain(() -> Columns.of(all(lanes, LaneWrites::late))
                        .smallint(LateFact::partition)
                        .bigint(LateFact::offset)
                        .text(LateFact::shopId)
                        .date(LateFact::day)
                        .date(late -> Days.of(late.statDates().first()))
                        .date(late -> Days.of(late.statDates().last()))
                        .bytea(LateFact::amounts)
                        .text(LateFact::ref)
                        .text(LateFact::reason)
                        .execute(connection, LATE)));
    }

    static Uni<Void> fence(SqlConnection connection, List<LaneWrites> lanes) {
        return Columns.of(lanes.stream())
                .smallint(LaneWrites::partition)
                .bigint(LaneWrites::epoch)
                .bigint(LaneWrites::expectedOffset)
                .bigint(LaneWrites::nextOffset)
                .update(connection, FENCE)
                .invoke(owned -> {
                    if (owned < lanes.size()) {
                        throw new Fenced(lanes.size(), owned);
                    }
                })
                .replaceWithVoid();
    }

    private static <T> Stream<T> all(List<LaneWrites> lanes, Function<LaneWrites, List<T>> of) {
        return lanes.stream().map(of).flatMap(List::stream);
    }
}
