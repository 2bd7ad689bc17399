package org.shopscore.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.shopscore.platform.PlatformResource;

/** The relay of the running application is one more replica in each of these. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class LeasesTest {

    @Inject
    Pool pool;

    @Test
    void threeReplicasShareTheLanesAndNoLaneHasTwoHolders() {
        var one = new Leases(pool);
        var two = new Leases(pool);

        await(() -> one.renewed().size() == 22 && two.renewed().size() >= 20);

        var both = new HashSet<>(one.renewed());
        both.retainAll(two.renewed());
        assertThat(both).isEmpty();
        assertThat(one.alone()).isFalse();
        one.signOff();
        two.signOff();
    }

    @Test
    void theLanesOfAReplicaThatDiedMoveOnWithinFiveSeconds() {
        var dying = new Leases(pool);
        var heir = new Leases(pool);
        await(() -> !dying.renewed().isEmpty() && heir.renewed().size() >= 20);
        var orphans = new HashSet<>(dying.renewed());

        long died = System.nanoTime();
        await(() -> {
            heir.renewed();
            return held(orphans) == 0;
        });
        long millis = (System.nanoTime() - died) / 1_000_000;

        System.out.printf("%d lanes of a dead relay moved on after %d ms%n", orphans.size(), millis);
        assertThat(millis).isBetween(500L, 5_000L);
        heir.signOff();
    }

    /** Leases among the given lanes that have ended without a new holder, or still belong to the dead. */
    private long held(HashSet<Leases.Held> lanes) {
        long taken = 0;
        var rows = pool.query("select topic, lane from outbox_lease where until > now() + interval '2 seconds'")
                .execute()
                .await()
                .atMost(Duration.ofSeconds(5));
        for (var row : rows) {
            taken += lanes.contains(new Leases.Held(row.getString(0), row.getShort(1))) ? 1 : 0;
        }
        return lanes.size() - taken;
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
