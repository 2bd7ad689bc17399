package org.shopscore.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.Topics;

/** The relay of the running application beats too, but in all lanes at once: of two lanes neither gets ahead of the other by it. */
@QuarkusTest
@QuarkusTestResource(TallyingReader.class)
class HeartbeatsTest {

    private static final Leases.Held SEVEN = new Leases.Held(Topics.METRIC_EVENTS, (short) 7);
    private static final Leases.Held EIGHT = new Leases.Held(Topics.METRIC_EVENTS, (short) 8);

    @Inject
    Pool pool;

    @Inject
    Outbox outbox;

    private final long start = System.nanoTime();
    private Heartbeats heartbeats;

    @BeforeEach
    void silent() {
        heartbeats = new Heartbeats(pool, outbox);
    }

    @Test
    void thirtySecondsPassWhateverTheWallClockSays() {
        beatAfter(Duration.ZERO, List.of(SEVEN));
        long first = sevenAhead();

        beatAfter(Duration.ofSeconds(29), List.of(SEVEN));
        assertThat(sevenAhead()).isEqualTo(first);

        beatAfter(Duration.ofSeconds(30), List.of(SEVEN));
        assertThat(sevenAhead()).isEqualTo(first + 1);
    }

    @Test
    void aLaneNewlyTakenBeatsAtOnceAndTheOthersWhenTheyAreDue() {
        beatAfter(Duration.ZERO, List.of(EIGHT));
        long before = sevenAhead();

        beatAfter(Duration.ofSeconds(1), List.of(SEVEN, EIGHT));

        assertThat(sevenAhead()).isEqualTo(before + 1);
    }

    private void beatAfter(Duration time, List<Leases.Held> held) {
        heartbeats.beat(held, start + time.toNanos());
    }

    private long sevenAhead() {
        return pool.query("""
                        select sum(case lane when 7 then last else -last end)::bigint
                          from outbox_lane where topic = 'metric-events' and lane in (7, 8)""")
                .execute()
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next()
                .getLong(0);
    }
}
