package org.shopscore.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.platform.Await;

/** A replica whose pool has one connection hears the rings of another. */
@QuarkusTest
@QuarkusTestResource(TallyingReader.class)
class BellTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(100);

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "quarkus.datasource.reactive.url")
    String url;

    private Pool single;
    private Bell here;
    private Bell there;

    @BeforeEach
    void hang() {
        single = Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(PgConnectOptions.fromUri(url).setUser("postgres"))
                .using(vertx)
                .build());
        here = new Bell(single, vertx);
        there = new Bell(pool, vertx);
        there.othersRelay(true);
    }

    @AfterEach
    void takeDown() {
        single.close().await().atMost(PATIENCE);
    }

    @Test
    void aRingInOneReplicaEndsTheWaitInAnother() {
        assertThat(Await.within(PATIENCE, this::hears)).isTrue();
    }

    @Test
    void aConnectionThatRefusesToListenGoesBackToThePoolAndIsAskedAgain() {
        // In a transaction that has failed the server refuses everything but its end.
        assertThatThrownBy(() -> run("begin; select 1 / 0")).isInstanceOf(PgException.class);
        here.listen();

        run("rollback");

        assertThat(Await.within(PATIENCE, this::hears)).isTrue();
    }

    private void run(String sql) {
        single.query(sql).execute().await().atMost(PATIENCE);
    }

    private boolean hears() {
        here.listen();
        there.ring();
        long start = System.nanoTime();
        try {
            here.await(SHORT);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return System.nanoTime() - start < SHORT.toNanos();
    }
}
