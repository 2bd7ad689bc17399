package org.shopscore.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a topic that has no lanes, so that the relay of the running application leaves it alone. */
@QuarkusTest
@QuarkusTestResource(TallyingReader.class)
class WaitingRowsTest {

    @Inject
    Pool pool;

    private final String topic = "w-" + UUID.randomUUID();
    private final Leases.Held busy = lane(0);
    private final Leases.Held quiet = lane(1);
    private WaitingRows rows;

    @BeforeEach
    void look() {
        rows = new WaitingRows(pool);
    }

    @AfterEach
    void empty() {
        pool.preparedQuery("delete from outbox where topic = $1")
                .execute(Tuple.of(topic))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    @Test
    void aLaneWithMoreThanARoundLeavesTheOthersTheirShareOfIt() {
        Fill.lane(pool, busy, 2_500);
        Fill.lane(pool, quiet, 3);

        var next = rows.next(List.of(busy, quiet));

        assertThat(numbers(next, quiet)).containsExactly(1L, 2L, 3L);
        assertThat(numbers(next, busy)).isEqualTo(upTo(1_000));
    }

    @Test
    void aLaneAloneHasTheWholeRoundHoweverManyEmptyOnesAreHeld() {
        Fill.lane(pool, busy, 2_500);

        assertThat(numbers(rows.next(List.of(quiet, busy, lane(2))), busy)).isEqualTo(upTo(2_000));
    }

    @Test
    void tenFullLanesMakeOneRoundAndNotTen() {
        var lanes = IntStream.range(0, 10).mapToObj(this::lane).toList();
        lanes.forEach(lane -> Fill.lane(pool, lane, 300));

        var next = rows.next(lanes);

        assertThat(next).hasSize(2_000);
        assertThat(lanes).allSatisfy(lane -> assertThat(numbers(next, lane)).isEqualTo(upTo(200)));
    }

    @Test
    void aDeletionThatWaitsForARowHoldsNoneThatComesLater() {
        Fill.lane(pool, busy, 2);
        var sent = rows.next(List.of(busy)).reversed();
        CompletableFuture<Void> deletion;
        try (var rival = new Rival(pool)) {
            rival.execute("select 1 from outbox where topic = '%s' and seq = 1 for update".formatted(topic));
            deletion = CompletableFuture.runAsync(() -> rows.delete(sent));
            assertThat(rival.isWaitedFor()).isTrue();

            rival.execute("select 1 from outbox where topic = '%s' and seq = 2 for update nowait".formatted(topic));
        }
        deletion.join();
        assertThat(rows.next(List.of(busy))).isEmpty();
    }

    private Leases.Held lane(int lane) {
        return new Leases.Held(topic, (short) lane);
    }

    private static List<Long> numbers(List<Waiting> rows, Leases.Held lane) {
        return rows.stream()
                .filter(row -> row.held().equals(lane))
                .map(Waiting::seq)
                .toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
