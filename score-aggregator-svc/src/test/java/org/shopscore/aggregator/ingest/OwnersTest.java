package org.shopscore.aggregator.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.ingest.commit.IngestTransaction;
import org.shopscore.aggregator.ingest.draft.LaneWrites;
import org.shopscore.aggregator.ingest.lane.Fenced;
import org.shopscore.aggregator.ingest.lane.LaneState;
import org.shopscore.aggregator.ingest.owner.Partitions;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Lane;

/** A partition has one writer: whoever took it last. */
class OwnersTest {

    private static int injected;

    private final Rig rig = new Rig();
    private final Board board = new Board();
    private final Oracle oracle = new Oracle();

    @AfterEach
    void close() {
        rig.close();
    }

    @AfterAll
    static void say() {
        System.out.println("OwnersTest: " + injected + " faults injected");
    }

    @Test
    void partitionsThatMoveBetweenTwoProcessesUnderLoadStayExact() {
        var traffic = new Traffic(rig, 40);
        rig.start(board);
        for (int round = 0; round < 3; round++) {
            send(traffic, 700);
            var second = rig.start(board);
            Rig.await(
                    "the second process owns some",
                    () -> !second.loop().status().partitions().isEmpty());
            send(traffic, 700);
            second.stop();
            injected += 2;
        }
        rig.awaitAnnounced();
        rig.assertExact(oracle, board, BusinessDay.of(Instant.now()));
    }

    @Test
    void aProcessThatWakesAfterItsPartitionsWereTakenWritesNothing() {
        var traffic = new Traffic(rig, 41);
        var clock = new StoppableClock();
        var zombie = rig.start(board, rig.pool, rig.settings, clock);
        send(traffic, 600);
        rig.awaitAnnounced();
        clock.stop();
        send(traffic, 600);
        Rig.await("it stands in the middle of a batch", clock::somebodyWaits);
        var others = rig.settings("-other");
        rig.start(board, rig.pool, others, Clock.systemUTC());
        rig.awaitConsumed();
        send(traffic, 600);
        rig.awaitConsumed();
        // Where a batch lies that is not folded, the same batch can be added to nothing: that would be saved by the
        // key.
        Rig.await("all of it is folded", () -> rig.count("select count(*) from tile_delta") == 0);
        zombie.loop().stop();
        clock.goOn();
        injected++;
        zombie.end();
        rig.assertExact(oracle, board, BusinessDay.of(Instant.now()));
    }

    @Test
    void aTransactionUnderAnOldEpochOrAnOldOffsetIsRefusedAsAWhole() {
        var partitions = new Partitions(rig.pool);
        var now = Instant.now();
        var old = taken(partitions, 3, now);
        var current = taken(partitions, 3, now);
        var other = taken(partitions, 4, now);
        assertRefused(writes(old, 0, 10), writes(other, 0, 10));
        assertRefused(writes(current, 5, 10), writes(other, 0, 10));
        injected += 2;
        assertThat(rig.count("select sum(next_offset)::bigint from ingest_partition"))
                .isZero();
        new IngestTransaction(rig.pool)
                .write(List.of(writes(current, 0, 10), writes(other, 0, 10)))
                .await()
                .atMost(Rig.PATIENCE);
        assertThat(rig.count("select sum(next_offset)::bigint from ingest_partition"))
                .isEqualTo(20);
    }

    /** A standby that took over, or a backup: outside the database the lost epochs are remembered. */
    @Test
    void anEpochIsNotBelowThoseThatTheDatabaseHasForgotten() {
        var partitions = new Partitions(rig.pool);
        long before = taken(partitions, 3, Instant.now()).epoch();
        rig.pool
                .query("update ingest_partition set epoch = 1")
                .execute()
                .await()
                .atMost(Rig.PATIENCE);
        assertThat(taken(partitions, 3, Instant.now()).epoch()).isGreaterThanOrEqualTo(before);
        assertThat(taken(partitions, 3, Instant.now()).epoch()).isGreaterThan(before);
    }

    private void assertRefused(LaneWrites... writes) {
        assertThatThrownBy(() -> new IngestTransaction(rig.pool)
                        .write(List.of(writes))
                        .await()
                        .atMost(Rig.PATIENCE))
                .isInstanceOf(Fenced.class);
    }

    private static LaneState.Taken taken(Partitions partitions, int partition, Instant now) {
        assertThat(partition).isLessThan(Lane.COUNT);
        return partitions
                .take(List.of(partition), UUID.randomUUID(), now)
                .await()
                .atMost(Rig.PATIENCE)
                .getFirst();
    }

    private static LaneWrites writes(LaneState.Taken taken, long expected, long next) {
        return new LaneWrites(
                taken.partition(),
                taken.epoch(),
                expected,
                next,
                Buffer.buffer(new byte[] {1}),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private void send(Traffic traffic, int count) {
        var events = traffic.events(count);
        oracle.countAll(events);
        rig.send(events);
    }
}
