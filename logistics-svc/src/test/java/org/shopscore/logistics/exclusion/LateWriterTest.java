package org.shopscore.logistics.exclusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.exclusion.task.ChangedDisruptions;
import org.shopscore.logistics.incident.Kept;
import org.shopscore.logistics.incident.Shop;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/** Whoever writes while a disruption is reported, and commits only after the sweep has looked for the orders in it. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class LateWriterTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    ChangedDisruptions changes;

    private final Shop shop = Shop.anew();
    private final String region = "ZL-" + shop.id().substring(5, 11).toUpperCase(Locale.ROOT);

    @Test
    void anOrderThatNeitherSawTheDisruptionNorWasSeenByItIsLookedForAgainOnceItIsThere() throws Exception {
        try (var lanes = Kept.connection()) {
            lanes.setAutoCommit(false);
            lanes.createStatement().execute("select 1 from outbox_lane order by lane for update");
            // Everything but its events, the last statement, is written by then.
            var told = CompletableFuture.runAsync(() -> shop.order(
                    "order-1", region, Shop.TO, shop.hoursAgo(100), shop.hoursAgo(-240), shop.hoursAgo(-480)));
            assertThat(Await.within(SOON, this::waitsForItsLane)).isTrue();
            var disruption =
                    Report.of(region, shop.hoursAgo(80), shop.hoursAgo(70)).made();
            assertThat(Await.within(SOON, () -> isMet(disruption))).isTrue();
            // What was met at one tick has been followed by the end of it, so before the next.
            var next = Report.of(region + "0", shop.hoursAgo(80), shop.hoursAgo(70))
                    .made();
            assertThat(Await.within(SOON, () -> isMet(next))).isTrue();

            lanes.rollback();

            told.join();
            assertThat(Await.within(SOON, () -> isExcludedBy(disruption))).isTrue();
        }
    }

    @Test
    void anOrderThatIsThereIsTakenOutHoweverLongSomebodyElseWrites() throws Exception {
        shop.order("order-1", region, Shop.TO, shop.hoursAgo(100), shop.hoursAgo(-240), shop.hoursAgo(-480));
        try (var other = Kept.connection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select pg_current_xact_id()");
            var disruption =
                    Report.of(region, shop.hoursAgo(80), shop.hoursAgo(70)).made();
            assertThat(Await.within(SOON, () -> isExcludedBy(disruption))).isTrue();
        }
    }

    /** Its number is above that of the last transaction that has ended, and so not below the next one as a snapshot names it. */
    @Test
    void anOrderWhoseWriterBeganBetweenTheReportAndItsCommitIsLookedForOnceItIsThere() throws Exception {
        var disruption = Report.of(region, shop.hoursAgo(80), shop.hoursAgo(70));
        try (var lanes = Kept.connection();
                var reporter = Kept.connection()) {
            lanes.setAutoCommit(false);
            // Takes no number, other than a lock on rows.
            lanes.createStatement().execute("lock table outbox_lane in share mode");
            reporter.setAutoCommit(false);
            store(reporter, disruption);
            var told = CompletableFuture.runAsync(() -> shop.order(
                    "order-1", region, Shop.TO, shop.hoursAgo(100), shop.hoursAgo(-240), shop.hoursAgo(-480)));
            assertThat(Await.within(SOON, this::waitsForItsLane)).isTrue();
            reporter.commit();

            changes.follow().await().atMost(SOON);
            assertThat(count("select count(*) from disruption_change where disruption_id = '" + disruption.id() + "'"))
                    .isOne();

            lanes.rollback();
            told.join();
            assertThat(Await.within(SOON, () -> isExcludedBy(disruption))).isTrue();
        }
    }

    private static void store(Connection connection, Report disruption) throws SQLException {
        try (var row = connection.prepareStatement("""
                with stored as (insert into disruption (id, region, from_at, to_at, cause, note, version)
                  values (?, ?, ?, ?, 'EPIDEMIC_CONTROL', '', 1) returning id)
                insert into disruption_change (disruption_id) select id from stored""")) {
            row.setString(1, disruption.id());
            row.setString(2, disruption.region());
            row.setObject(3, disruption.from().atOffset(ZoneOffset.UTC));
            row.setObject(4, disruption.to().atOffset(ZoneOffset.UTC));
            row.executeUpdate();
        }
    }

    private boolean isExcludedBy(Report disruption) {
        return Orders.excludedBy(shop).getOrDefault("order-1", "").contains(disruption.id());
    }

    private boolean waitsForItsLane() {
        return count("""
                select count(*) from pg_stat_activity
                 where wait_event_type = 'Lock' and state = 'active' and query like '%outbox_lane%'
                   and pid in (select pid from pg_locks
                     where relation = 'orders'::regclass and mode = 'RowExclusiveLock' and granted)""") > 0;
    }

    private static boolean isMet(Report report) {
        return count("select count(*) from disruption_change where settled_at is null and disruption_id = '"
                        + report.id() + "'")
                == 0;
    }

    private static long count(String sql) {
        try (Connection connection = Kept.connection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
