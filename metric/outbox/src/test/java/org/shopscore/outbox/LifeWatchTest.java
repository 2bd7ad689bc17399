package org.shopscore.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shopscore.platform.Await;

@QuarkusTest
@QuarkusTestResource(TallyingReader.class)
class LifeWatchTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject
    Notes notes;

    @Inject
    Commands commands;

    @Inject
    Recount recount;

    @Inject
    Reconcile reconcile;

    @Inject
    Pool pool;

    /** Of connections that the pool does not have. */
    @Inject
    DataSource others;

    @Inject
    MeterRegistry meters;

    private final String shop = "l-" + UUID.randomUUID();

    @Test
    void aNewDatabaseIsComparedSoonAfterItsStart() {
        assertThat(Await.within(PATIENCE, this::seen)).isTrue();
    }

    @Test
    void aLifeThatWasNotSeenBeforeIsComparedAndWhatDiffersIsToldAndLeftAsItIs() {
        recount.run();
        assertThat(reconcile.repair().found().equal()).isTrue();
        assertThat(differences()).isZero();
        // A note counts 2 by today's function and was sent as 1.
        commands.run(() -> notes.add(shop + "/n", shop, Duration.ofMillis(1), false))
                .join();

        execute("update outbox_life set incarnation_seen = 'as before the promotion'");

        assertThat(Await.within(PATIENCE, this::seen)).isTrue();
        assertThat(differences()).isEqualTo(1);
        assertThat(reconcile.compare().differences()).hasSize(1);
    }

    /** Else whoever waits until the writers of a moment have ended would wait for the whole comparison. */
    @Test
    void aComparisonThatTakesLongKeepsNoWriterOpen() throws SQLException {
        try (var other = others.getConnection();
                var held = other.createStatement()) {
            other.setAutoCommit(false);
            held.execute("lock table note in access exclusive mode");
            execute("update outbox_life set incarnation_seen = 'as before another promotion'");

            assertThat(Await.within(PATIENCE, this::waitsForTheRowsAndWritesNothing))
                    .isTrue();
            other.rollback();
        }
        assertThat(Await.within(PATIENCE, this::seen)).isTrue();
    }

    private boolean waitsForTheRowsAndWritesNothing() {
        return execute("""
                select bool_or(wait_event_type = 'Lock' and query like '%from note%')
                    and count(backend_xid) filter (where query not like 'lock table%') = 0
                  from pg_stat_activity""");
    }

    private boolean seen() {
        return execute("""
                select incarnation_seen = life || '-' || left(pg_walfile_name(pg_current_wal_lsn()), 8)
                  from outbox_life""");
    }

    private double differences() {
        return meters.get("outbox.reconcile.differences").gauge().value();
    }

    private boolean execute(String sql) {
        var rows = pool.query(sql).execute().await().atMost(PATIENCE).iterator();
        return rows.hasNext() && Boolean.TRUE.equals(rows.next().getBoolean(0));
    }
}
