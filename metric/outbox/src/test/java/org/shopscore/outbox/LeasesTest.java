package org.shopscore.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.shopscore.platform.Await;

/** The relay of the running application is one more replica in each of these. */
@QuarkusTest
@QuarkusTestResource(TallyingReader.class)
class LeasesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String url;

    @Test
    void threeReplicasShareTheLanesAndNoLaneHasTwoHolders() {
        var one = new Leases(pool);
        var two = new Leases(pool);

        await(() -> least(one, two) >= 20);

        // Who stands still for longer than a lease between the two has lost it.
        await(() -> {
            var both = new HashSet<>(one.renewed());
            both.retainAll(two.renewed());
            return both.isEmpty();
        });
        assertThat(one.alone()).isFalse();
        one.signOff();
        two.signOff();
    }

    @Test
    void theLanesOfAReplicaThatDiedMoveOnWithinFiveSeconds() {
        // A busy machine may stand still once; a replica that is too slow is so each time.
        assertThat(LongStream.generate(this::millisUntilTheLanesOfADeadReplicaMoveOn)
                        .limit(3)
                        .filter(millis -> millis >= 500 && millis <= 5_000)
                        .findFirst())
                .isPresent();
    }

    private long millisUntilTheLanesOfADeadReplicaMoveOn() {
        var dying = new Leases(pool);
        var heir = new Leases(pool);
        await(() -> least(dying, heir) >= 20);
        var orphans = new HashSet<>(dying.renewed());

        long died = System.nanoTime();
        UUID dead = holderOf(orphans.iterator().next());
        await(() -> {
            heir.renewed();
            return leasesOf(dead) == 0;
        });
        long millis = (System.nanoTime() - died) / 1_000_000;

        System.out.printf("%d lanes of a dead relay moved on after %d ms%n", orphans.size(), millis);
        assertThat(orphans).hasSizeGreaterThan(15);
        heir.signOff();
        return millis;
    }

    @Test
    void aRenewalThatWaitsForALaneHoldsNoneThatComesLater() {
        var replica = new Leases(pool);
        await(() -> !replica.renewed().isEmpty());
        leaseBeyondAllLanes(holderOf(replica.renewed().getFirst()));
        CompletableFuture<Void> renewal;
        try (var rival = new Rival(pool)) {
            rival.execute("select 1 from outbox_lease where topic = 'beyond' and lane = 1 for update");
            renewal = CompletableFuture.runAsync(replica::renewed);
            assertThat(rival.isWaitedFor()).isTrue();

            rival.execute("select 1 from outbox_lease where topic = 'beyond' and lane = 2 for update nowait");
        }
        renewal.join();
        replica.signOff();
    }

    @Test
    void aReplicaHoldsItsLanesWhereAConnectionIsWaitedForLongerThanALeaseLasts() {
        Pool single = Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(PgConnectOptions.fromUri(url).setUser("postgres"))
                .using(vertx)
                .build());
        var crowded = new AtomicBoolean(true);
        occupy(single, crowded);
        var replica = new Leases(single);
        try {
            // The other replica gives its share back within a second.
            replica.renewed();

            assertThat(Await.within(
                            PATIENCE.multipliedBy(4), () -> replica.renewed().size() >= 20))
                    .isTrue();
        } finally {
            crowded.set(false);
            replica.signOff();
            single.close().await().atMost(PATIENCE);
        }
    }

    /** Whoever else comes waits for two seconds, each time. */
    private static void occupy(Pool single, AtomicBoolean isCrowded) {
        if (isCrowded.get()) {
            single.query("select pg_sleep(2)").execute().subscribe().with(_ -> occupy(single, isCrowded), _ -> {});
        }
    }

    /** Two lanes of a topic that has none, so that nobody else takes them; the later one is stored first. */
    private void leaseBeyondAllLanes(UUID holder) {
        pool.preparedQuery("""
                        insert into outbox_lease (topic, lane, holder, until)
                        select 'beyond', lane, $1::uuid, now() from generate_series(2, 1, -1) lane""").execute(Tuple.of(holder)).await().atMost(PATIENCE);
    }

    /** Renews both, and says how many lanes the poorer of them holds. */
    private static int least(Leases one, Leases two) {
        return Math.min(one.renewed().size(), two.renewed().size());
    }

    private UUID holderOf(Leases.Held lane) {
        return pool.preparedQuery("select holder from outbox_lease where topic = $1 and lane = $2")
                .execute(Tuple.of(lane.topic(), lane.lane()))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getUUID(0);
    }

    private long leasesOf(UUID holder) {
        return pool.preparedQuery("select count(*) from outbox_lease where holder = $1")
                .execute(Tuple.of(holder))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
