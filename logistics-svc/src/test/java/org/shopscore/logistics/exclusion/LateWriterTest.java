package org.shopscore.logistics.exclusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.incident.Kept;
import org.shopscore.logistics.incident.Shop;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/** Whoever writes while a disruption is reported, and commits only after the sweep has looked for the orders in it. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class LateWriterTest {

    private static final Duration SOON = Duration.ofSeconds(30);

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

    private boolean isExcludedBy(Report disruption) {
        return Orders.excludedBy(shop).getOrDefault("order-1", "").contains(disruption.id());
    }

    private boolean waitsForItsLane() {
        return count(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%outbox_lane%'"
                                + " and state = 'active' and pid <> pg_backend_pid()")
                > 0;
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
