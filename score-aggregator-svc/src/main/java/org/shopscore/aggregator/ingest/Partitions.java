package org.shopscore.aggregator.ingest;

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
import java.util.stream.Collectors;
import org.shopscore.aggregator.ingest.sequence.Hole;
import org.shopscore.aggregator.ingest.sequence.Life;
import org.shopscore.aggregator.ingest.sequence.Sequence;
import org.shopscore.aggregator.score.StatDay;
import org.shopscore.aggregator.tile.page.LaneTiles;
import org.shopscore.metric.BusinessDay;

/** Who owns which partition: taking one adds one to its epoch, which shuts out whoever had it before. */
final class Partitions {

    private static final String TAKE = """
            update ingest_partition set epoch = epoch + 1, rolled_to = coalesce(rolled_to, $2),
                   frozen_to = coalesce(frozen_to, $3), topic_id = coalesce(topic_id, $4)
             where partition = any($1) returning partition, epoch, topic_id, next_offset, rolled_to, frozen_to, tell_all
            """;
    private static final String FROZEN = "select partition, stat_date from official_lane where partition = any($1)";
    private static final String POSITIONS = "select * from sequence_position where partition = any($1)";
    private static final String HOLES = "select * from sequence_hole where partition = any($1) and closed_at is null";
    private static final String ROLLED =
            "update ingest_partition set rolled_to = $1 where partition = $2 and epoch = $3 returning partition";

    private static final String SHUT_OUT =
            "update ingest_partition set epoch = epoch + 1, tell_all = true where partition = $1";
    private static final String TOLD_ALL =
            "update ingest_partition set tell_all = false where partition = $1 and epoch = $2 and tell_all";
    private static final String EPOCHS = "select partition, epoch from ingest_partition";

    private record Key(int partition, Life life) {
        static Key of(Row row) {
            return new Key(row.getShort("partition"), new Life(row.getString("source"), row.getString("incarnation")));
        }
    }

    private final Pool pool;

    Partitions(Pool pool) {
        this.pool = pool;
    }

    /**
     * @param logId of a partition that nobody ever owned
     * @param now   says what such a partition has been scored for, and from which day on it is frozen
     */
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

    /** @param taken from the oldest offset of a log that was made anew */
    Uni<LaneState.Taken> ofAnewLog(LaneState.Taken taken) {
        return new AnewLog(pool).begin(taken);
    }

    /** The sums of the shops of a partition that has been taken: nobody else can change them any more. */
    Uni<LaneShops> shops(int partition, Window window) {
        return LaneTiles.sums(pool, partition, window.firstDay(), window.today())
                .map(LaneShops::of);
    }

    /** Who took each partition last. */
    Uni<Map<Integer, Long>> epochs() {
        return pool.query(EPOCHS)
                .execute()
                .map(rows -> rows.stream()
                        .collect(
                                Collectors.toMap(row -> (int) row.getShort("partition"), row -> row.getLong("epoch"))));
    }

    /** Shuts out the owner, if there is one: it reads everything again, and tells every shop again. */
    Uni<Void> shutOut(int partition) {
        return pool.preparedQuery(SHUT_OUT).execute(Tuple.of((short) partition)).replaceWithVoid();
    }

    /** Every shop of the partition has been told since it was taken. */
    Uni<Void> toldAll(LaneState lane) {
        return pool.preparedQuery(TOLD_ALL)
                .execute(Tuple.of((short) lane.partition(), lane.epoch()))
                .replaceWithVoid();
    }

    /** All shops of the partition have been announced for the day. */
    Uni<Void> rolled(LaneState lane, LocalDate day) {
        return pool.preparedQuery(ROLLED)
                .execute(Tuple.of(day, (short) lane.partition(), lane.epoch()))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw new Fenced(1, 0);
                    }
                })
                .replaceWithVoid();
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

    private static Uni<Map<Integer, NavigableSet<LocalDate>>> frozen(SqlConnection connection, Short[] partitions) {
        return connection.preparedQuery(FROZEN).execute(Tuple.of(partitions)).map(rows -> {
            var frozen = new HashMap<Integer, NavigableSet<LocalDate>>();
            rows.forEach(row -> frozen.computeIfAbsent((int) row.getShort("partition"), _ -> new TreeSet<>())
                    .add(row.getLocalDate("stat_date")));
            return frozen;
        });
    }

    private static List<LaneState.Taken> taken(
            RowSet<Row> rows,
            Map<Integer, Map<Life, Sequence>> sequences,
            Map<Integer, NavigableSet<LocalDate>> frozen) {
        var taken = new ArrayList<LaneState.Taken>();
        for (Row row : rows) {
            int partition = row.getShort("partition");
            taken.add(new LaneState.Taken(
                    partition,
                    row.getLong("epoch"),
                    row.getUUID("topic_id"),
                    row.getLong("next_offset"),
                    row.getLocalDate("rolled_to"),
                    row.getBoolean("tell_all"),
                    new FrozenDays(row.getLocalDate("frozen_to"), frozen.getOrDefault(partition, new TreeSet<>())),
                    sequences.getOrDefault(partition, Map.of())));
        }
        return taken;
    }
}
