package org.shopscore.aggregator.ingest.commit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import org.shopscore.aggregator.ingest.draft.LaneWrites;

/** What batches change in the rows of positions and holes. */
final class SequenceRows {

    private static final String POSITIONS = """
            insert into sequence_position (partition, source, incarnation, last, last_id, complete_until)
            select * from unnest($1::smallint[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::timestamptz[])
            on conflict (partition, source, incarnation) do update
               set last = excluded.last, last_id = excluded.last_id, complete_until = excluded.complete_until
            """;

    private static final String GONE = """
            delete from sequence_hole h
             using unnest($1::smallint[], $2::text[], $3::text[], $4::bigint[]) g(partition, source, incarnation, from_number)
             where h.partition = g.partition and h.source = g.source and h.incarnation = g.incarnation
               and h.from_number = g.from_number
            """;

    private static final String OPENED = """
            insert into sequence_hole (partition, source, incarnation, from_number, to_number, reason, opened_at)
            select * from unnest($1::smallint[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::text[], $7::timestamptz[])
            """;

    private static final String CLOSED = """
            insert into sequence_hole
                (partition, source, incarnation, from_number, to_number, reason, opened_at, closed_at, closed_by)
            select * from unnest($1::smallint[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::text[],
                $7::timestamptz[], $8::timestamptz[], $9::text[])
            """;

    /** One after the other: a hole that opens may have the number of one that is gone. */
    static Uni<Void> write(SqlConnection connection, List<LaneWrites> lanes) {
        return movePositions(connection, lanes)
                .chain(() -> deleteGone(connection, lanes))
                .chain(() -> insertOpened(connection, lanes))
                .chain(() -> insertClosed(connection, lanes));
    }

    private static Uni<Void> movePositions(SqlConnection connection, List<LaneWrites> lanes) {
        return Columns.of(LaneWrites.all(lanes, LaneWrites::positions))
                .smallint(LaneWrites.Position::partition)
                .text(position -> position.life().source())
                .text(position -> position.life().incarnation())
                .bigint(position -> position.sequence().last())
                .text(position -> position.sequence().lastId())
                .instant(position -> position.sequence().completeUntil())
                .execute(connection, POSITIONS);
    }

    private static Uni<Void> deleteGone(SqlConnection connection, List<LaneWrites> lanes) {
        return Columns.of(LaneWrites.all(lanes, LaneWrites::gone))
                .smallint(LaneWrites.OpenHole::partition)
                .text(gone -> gone.life().source())
                .text(gone -> gone.life().incarnation())
                .bigint(gone -> gone.hole().from())
                .execute(connection, GONE);
    }

    private static Uni<Void> insertOpened(SqlConnection connection, List<LaneWrites> lanes) {
        return Columns.of(LaneWrites.all(lanes, LaneWrites::opened))
                .smallint(LaneWrites.OpenHole::partition)
                .text(opened -> opened.life().source())
                .text(opened -> opened.life().incarnation())
                .bigint(opened -> opened.hole().from())
                .bigint(opened -> opened.hole().to())
                .text(opened -> opened.hole().why().code())
                .instant(opened -> opened.hole().openedAt())
                .execute(connection, OPENED);
    }

    private static Uni<Void> insertClosed(SqlConnection connection, List<LaneWrites> lanes) {
        return Columns.of(LaneWrites.all(lanes, LaneWrites::closed))
                .smallint(LaneWrites.ClosedHole::partition)
                .text(closed -> closed.life().source())
                .text(closed -> closed.life().incarnation())
                .bigint(closed -> closed.hole().from())
                .bigint(closed -> closed.hole().to())
                .text(closed -> closed.hole().why().code())
                .instant(closed -> closed.hole().openedAt())
                .instant(closed -> closed.hole().closedAt())
                .text(closed -> closed.hole().by())
                .execute(connection, CLOSED);
    }

    private SequenceRows() {}
}
