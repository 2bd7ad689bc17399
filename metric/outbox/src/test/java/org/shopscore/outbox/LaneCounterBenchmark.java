package org.shopscore.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Measures;
import org.shopscore.metric.MetricEvent;

/**
 * What the lane counter costs: commits per second of a row with its event, all on one lane, spread over the 32 lanes, and of
 * the row alone. fsync on, 16 commands at a time, 8 s each after 4 s to warm up; the relay runs beside it. Run by
 * {@code ./shopscore bench lanes}.
 */
@QuarkusTest
@QuarkusTestResource(value = TallyingReader.class, initArgs = @ResourceArg(name = "durability", value = "DURABLE"))
class LaneCounterBenchmark {

    private static final int AT_ONCE = 16;

    @Inject
    Pool pool;

    @Inject
    Outbox outbox;

    private final AtomicLong ids = new AtomicLong(System.nanoTime());

    @Test
    void commitsPerSecond() {
        String oneLane = shops(1).getFirst();
        var lanes = shops(Lane.COUNT);
        measure("row alone, no outbox", (_, _) -> Uni.createFrom().voidItem());
        measure("row and event, all on one lane", (connection, _) -> append(connection, oneLane));
        measure(
                "row and event, over 32 lanes",
                (connection, n) -> append(connection, lanes.get((int) (n % Lane.COUNT))));
    }

    private Uni<Void> append(SqlConnection connection, String shop) {
        var one = Contribution.none().plus(Notes.TIME, Measures.ORDER_PAID, 1);
        return outbox.append(connection, List.of(MetricEvent.of(shop, Notes.TIME, "note/bench", one)));
    }

    private void measure(String what, BiFunction<SqlConnection, Long, Uni<Void>> append) {
        commits(append, Duration.ofSeconds(4));
        double perSecond = commits(append, Duration.ofSeconds(8)) / 8.0;
        System.out.printf("%-32s %,8.0f commits/s%n", what, perSecond);
        assertThat(perSecond).isPositive();
    }

    private long commits(BiFunction<SqlConnection, Long, Uni<Void>> append, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        var committed = new AtomicLong();
        var workers = IntStream.range(0, AT_ONCE)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> {
                    while (System.nanoTime() < end) {
                        commit(append);
                        committed.incrementAndGet();
                    }
                }))
                .toList();
        workers.forEach(LaneCounterBenchmark::join);
        return committed.get();
    }

    private void commit(BiFunction<SqlConnection, Long, Uni<Void>> append) {
        long n = ids.incrementAndGet();
        pool.withTransaction(connection -> connection
                        .preparedQuery("insert into note (id, shop) values ($1, 'bench')")
                        .execute(Tuple.of("bench-" + n))
                        .chain(() -> append.apply(connection, n)))
                .await()
                .atMost(Duration.ofSeconds(20));
        outbox.ring();
    }

    /** Shops whose lanes are 0, 1, 2 ... */
    private static List<String> shops(int count) {
        return IntStream.range(0, count)
                .mapToObj(lane -> IntStream.iterate(0, n -> n + 1)
                        .mapToObj(n -> "bench-" + n)
                        .filter(shop -> Lane.of(shop) == lane)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static void join(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
