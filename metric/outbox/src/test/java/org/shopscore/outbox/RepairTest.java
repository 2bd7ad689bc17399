package org.shopscore.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Measures;
import org.shopscore.metric.MetricEvent;
import org.shopscore.platform.PlatformResource;

/** Against a naive reader of the log. A note counts 2 by today's function, so a recount comes before each comparison. */
@QuarkusTest
@QuarkusTestResource(TallyingReader.class)
class RepairTest {

    private static final Duration BRIEFLY = Duration.ofMillis(1);

    private static final FactRows UNREADABLE = new FactRows() {
        @Override
        public Uni<List<FactRow>> page(SqlConnection connection, String afterKey, int limit, boolean lock) {
            return Uni.createFrom().failure(new IllegalArgumentException("No enum constant Flag.NONSENSE"));
        }

        @Override
        public Uni<Void> keep(SqlConnection connection, String key, Contribution now) {
            throw new AssertionError("a comparison stores nothing");
        }
    };

    @Inject
    Notes notes;

    @Inject
    Commands commands;

    @Inject
    Recount recount;

    @Inject
    Reconcile reconcile;

    @Inject
    Repair repair;

    @Inject
    Outbox outbox;

    @Inject
    Heartbeats heartbeats;

    @Inject
    ObjectMapper json;

    @Inject
    Pool pool;

    /** Of connections that the pool does not have. */
    @Inject
    DataSource others;

    private final String shop = "r-" + UUID.randomUUID();

    @BeforeEach
    void startEqual() {
        add("first");
        recount.run();
        assertThat(reconcile.repair().found().equal()).isTrue();
    }

    @Test
    void anEventThatWasLostIsFoundAndMadeGoodAndItsNumberClosed() {
        lose("lost");

        var found = reconcile.compare();
        assertThat(found.equal()).isFalse();
        assertThat(found.missing()).containsExactly(Lane.of(shop));
        assertThat(found.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.key().shop()).isEqualTo(shop);
            assertThat(difference.rows() - difference.tiles()).isEqualTo(1);
        });

        var repaired = reconcile.repair();
        assertThat(repaired.repaired()).isPositive();
        assertThat(repaired.found().equal()).isTrue();
        assertThat(reconcile.repair().repaired()).isZero();
    }

    @Test
    void aRowThatKeepsAsSentWhatItDoesNotContributeIsFoundBeforeItSendsAWrongDifference() {
        pool.preparedQuery("update note set contributed = '{\"changes\":[]}' where id = $1")
                .execute(Tuple.of(shop + "/first"))
                .await()
                .atMost(Duration.ofSeconds(10));

        var found = reconcile.compare();
        assertThat(found.stale()).isEqualTo(1);
        assertThat(found.differences()).isEmpty();
        assertThat(found.equal()).isFalse();

        assertThat(reconcile.repair().found().equal()).isTrue();
        assertThat(recount.run().corrected()).isZero();
    }

    @Test
    void aRepairWaitsForWhatIsStillOnItsWayInsteadOfCountingItTwice() throws InterruptedException {
        lose("lost");
        var kafka = PlatformResource.platform().kafka();
        kafka.pause();
        add("on-its-way");
        recount.run();
        // The broker answers again only while the repair is under way.
        var resuming = Thread.ofPlatform().start(() -> {
            await(() -> count("select count(*) from pg_stat_activity where query like '%outbox_lane%for update%'") > 1);
            kafka.resume();
        });

        assertThat(repair.lanes(Set.of(Lane.of(shop)))).isPositive();
        resuming.join();
        assertThat(reconcile.compare()).satisfies(after -> {
            assertThat(after.differences()).isEmpty();
            assertThat(after.missing()).isEmpty();
        });
    }

    /** Whoever got its connection next would be told that nothing can be written, and would read old rows. */
    @Test
    void aComparisonThatCannotReadARowLeavesNoTransactionOpen() throws SQLException {
        assertThatThrownBy(() -> new LaneRows(pool, List.of(UNREADABLE)).snapshot())
                .isInstanceOf(IllegalArgumentException.class);

        try (var other = others.getConnection();
                var open = other.createStatement().executeQuery("""
                        select count(*) from pg_stat_activity
                         where state like 'idle in transaction%' and query like 'select last from outbox_lane%'""")) {
            open.next();
            assertThat(open.getInt(1)).isZero();
        }
    }

    /** All of them, each minute, for nothing. */
    @Test
    void aComparisonReadsNoRowWhereNobodyAnswersForTheAggregator() {
        var nowhere = new Aggregator(new Nowhere(), json);
        var comparison = new Comparison(new LaneRows(pool, List.of(UNREADABLE)), nowhere, heartbeats, outbox);

        assertThatThrownBy(comparison::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the aggregator cannot be reached at http://127.0.0.1:1");
    }

    private record Nowhere() implements OutboxConfig {
        @Override
        public String source() {
            return "/test-svc";
        }

        @Override
        public long maxBacklog() {
            return 1;
        }

        @Override
        public String aggregatorUrl() {
            return "http://127.0.0.1:1";
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private long count(String sql) {
        return pool.query(sql)
                .execute()
                .await()
                .atMost(Duration.ofSeconds(10))
                .iterator()
                .next()
                .getLong(0);
    }

    private void add(String name) {
        commands.run(() -> notes.add(shop + "/" + name, shop, BRIEFLY, false)).join();
    }

    /** A committed event that never reaches the log, as after a disk that lied. */
    private void lose(String name) {
        String id = shop + "/" + name;
        var now = Contribution.none().plus(Notes.TIME, Measures.ORDER_PAID, 1);
        var event = MetricEvent.of(shop, Notes.TIME, "note/" + id, now);
        pool.withTransaction(connection -> connection
                        .preparedQuery("insert into note (id, shop, contributed) values ($1, $2, $3)")
                        .execute(Tuple.of(id, shop, EventJson.write(now)))
                        .chain(() -> outbox.append(connection, List.of(event)))
                        .chain(() -> connection
                                .query("delete from outbox where data like '%" + id + "%'")
                                .execute()))
                .await()
                .atMost(Duration.ofSeconds(10));
        recount.run();
    }
}
