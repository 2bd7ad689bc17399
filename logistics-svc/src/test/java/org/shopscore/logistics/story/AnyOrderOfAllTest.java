package org.shopscore.logistics.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.scan.Scans;
import org.shopscore.logistics.scan.TrackingUpdate;
import org.shopscore.outbox.Outbox;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/** Scans and commands are told late, twice and out of order, before and after the parcels are declared. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class AnyOrderOfAllTest {

    private static final long SEED = 20260301;
    private static final int RUNS = 40;
    private static final int READ_BACK = 6;

    @Inject
    Scans scans;

    @Inject
    Pool pool;

    @Inject
    Outbox outbox;

    private void take(TrackingUpdate update) {
        pool.withTransaction(connection -> scans.take(connection, List.of(update)))
                .invoke(outbox::ring)
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private record Run(long seed, History history, Shop one, Shop other) {}

    @Test
    void anyOrderAndRepetitionEndsInTheSameStatesAndInWhatTheBookSays() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var runs = LongStream.range(SEED, SEED + RUNS)
                .mapToObj(seed -> told(seed, History.random(seed, now)))
                .toList();
        awaitSweep(now.plusSeconds(1));
        for (var run : runs) {
            assertThat(run.other.state()).as("%s", run).isEqualTo(run.one.state());
            assertThat(Shop.byDay(run.one.contribution()))
                    .as("%s", run)
                    .isEqualTo(ByTheBook.amounts(run.history, now.plusSeconds(1)));
            assertThat(run.other.contribution()).as("%s", run).isEqualTo(run.one.contribution());
        }
        for (var run : runs.subList(0, READ_BACK)) {
            run.one.awaitAnnounced();
        }
    }

    private Run told(long seed, History history) {
        var run = new Run(seed, history, Shop.anew(), Shop.anew());
        run.one.tell(history, history.shuffled(seed), this::take);
        run.other.tell(history, history.shuffled(-seed), this::take);
        return run;
    }

    /** Until every limit that has passed by then is found. */
    private static void awaitSweep(Instant then) {
        assertThat(Await.within(
                        Duration.ofSeconds(60),
                        () -> given().get("/v1/orders?dueBefore=" + then)
                                .<List<?>>path("orders")
                                .isEmpty()))
                .isTrue();
    }
}
