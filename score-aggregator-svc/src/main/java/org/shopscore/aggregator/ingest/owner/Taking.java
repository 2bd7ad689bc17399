package org.shopscore.aggregator.ingest.owner;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import org.shopscore.aggregator.ingest.lane.FrozenDays;
import org.shopscore.aggregator.ingest.lane.LaneState;
import org.shopscore.aggregator.ingest.sequence.Hole;
import org.shopscore.aggregator.ingest.sequence.Life;
import org.shopscore.aggregator.ingest.sequence.Sequence;
import org.shopscore.aggregator.policy.metric.Maturities;
import org.shopscore.aggregator.score.window.StatDay;
import org.shopscore.metric.BusinessDay;

/** Takes partitions and reads what the database knows of them, in the transaction that shuts out whoever had them before. */
final class Taking {

    /**
     * A day that is still to come was announced by an owner whose clock is fast: what has been told of it since by a slower one is of an
     * earlier window, so the day is not done. Of nothing and a day, {@code least} is the day.
     */
    private static final String TAKE = """
            update ingest_partition set epoch = %s, rolled_to = least(rolled_to, $2),
                   frozen_to = coalesce(frozen_to, $3), topic_id = coalesce(topic_id, $4)
             where partition = any($1) returning partition, epoch, topic_id, next_offset, rolled_to, frozen_to, tell_all
            """.formatted(Partitions.NEXT_EPOCH);

    private static final String FROZEN =
            "select partition, stat_date, matured from official_lane where partition = any($1)";
    private static final String POSITIONS = "select * from sequence_position where partition = any($1)";
    private static final String HOLES = "select * from sequence_hole where partition = any($1) and closed_at is null";

    private record Key(int partition, Life life) {
        static Key of(Row row) {
            return new Key(row.getShort("partition"), new Life(row.getString("source"), row.getString("incarnation")));
        }
    }

    private final Pool pool;

    Taking(Pool pool) {
        this.pool = pool;
    }

    /** As {@link Partitions#take} says. */
    Uni<List<LaneState.Taken>> take(Collection<Integer> partitions, UUID logId, Instant now) {
        Short[] wanted = partitions.stream().map(Integer::shortValue).toArray(Short[]::new);
        // The first statement waits for a transaction of the owner before; the others see what it committed.
        return pool.withTransaction(connection -> connection
                .preparedQuery(TAKE)
                .execute(Tuple.of(wanted, BusinessDay.of(now), StatDay.newest(now), logId))
                .chain(taken -> holes(connection, wanted)
                        .chain(holes -> sequences(connection, wanted, holes))
                        .chain(sequences ->
                                frozen(connection, wanted).map(frozen -> taken(taken, sequences, frozen)))));
    }

    private static Uni<Map<Key, List<Hole>>> holes(SqlConnection connection, Short[] partitions) {
        return connection.preparedQuery(HOLES).execute(Tuple.of(partitions)).map(rows -> {
            var holes = new HashMap<Key, List<Hole>>();
            for (Row row : rows) {
                holes.computeIfAbsent(Key.of(row), _ -> new ArrayList<>())
                        .add(new Hole(
                                row.getLong("from_number"),
                                row.getLong("to_number"),
                                Hole.Why.of(row.getString("reason")),
                                row.getOffsetDateTime("opened_at").toInstant()));
            }
            return holes;
        });
    }

    private static Uni<Map<Integer, Map<Life, Sequence>>> sequences(
            SqlConnection connection, Short[] partitions, Map<Key, List<Hole>> holes) {
        return connection.preparedQuery(POSITIONS).execute(Tuple.of(partitions)).map(rows -> {
            var sequences = new HashMap<Integer, Map<Life, Sequence>>();
            for (Row row : rows) {
                var key = Key.of(row);
                var until = row.getOffsetDateTime("complete_until");
                var sequence = new Sequence(
                        row.getLong("last"),
                        row.getString("last_id"),
                        until == null ? Instant.MIN : until.toInstant(),
                        holes.getOrDefault(key, List.of()));
                sequences.computeIfAbsent(key.partition(), _ -> new HashMap<>()).put(key.life(), sequence);
            }
            return sequences;
        });
    }

    /** @param longest days that anything of them takes to mature */
    private record Frozen(NavigableSet<LocalDate> days, int longest) {

        static final Frozen NOTHING = new Frozen(new TreeSet<>(), 0);

        Frozen and(LocalDate day, int longestOfIt) {
            days.add(day);
            return new Frozen(days, Math.max(longest, longestOfIt));
        }
    }

    private static Uni<Map<Integer, Frozen>> frozen(SqlConnection connection, Short[] partitions) {
        return connection.preparedQuery(FROZEN).execute(Tuple.of(partitions)).map(rows -> {
            var frozen = new HashMap<Integer, Frozen>();
            rows.forEach(row -> frozen.compute(
                    (int) row.getShort("partition"),
                    (_, known) -> (known == null ? new Frozen(new TreeSet<>(), 0) : known)
                            .and(row.getLocalDate("stat_date"), longest(row.getArrayOfStrings("matured")))));
            return frozen;
        });
    }

    private static int longest(String[] matured) {
        return Maturities.named(List.of(matured)).longest();
    }

    private static List<LaneState.Taken> taken(
            RowSet<Row> rows, Map<Integer, Map<Life, Sequence>> sequences, Map<Integer, Frozen> frozen) {
        var taken = new ArrayList<LaneState.Taken>();
        for (Row row : rows) {
            int partition = row.getShort("partition");
            Frozen days = frozen.getOrDefault(partition, Frozen.NOTHING);
            taken.add(new LaneState.Taken(
                    partition,
                    row.getLong("epoch"),
                    row.getUUID("topic_id"),
                    row.getLong("next_offset"),
                    row.getLocalDate("rolled_to"),
                    row.getBoolean("tell_all"),
                    new FrozenDays(row.getLocalDate("frozen_to"), days.days(), days.longest()),
                    sequences.getOrDefault(partition, Map.of())));
        }
        return taken;
    }
}
