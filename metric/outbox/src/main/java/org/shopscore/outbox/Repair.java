package org.shopscore.outbox;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.Lane;
import org.shopscore.metric.MetricEvent;
import org.shopscore.metric.SequenceRange;
import org.shopscore.metric.Topics;

/**
 * Makes a lane's tiles equal to the rows. Blocking; for a worker thread.
 *
 * <p>The barrier: the lane's counter stays locked, so nothing is appended, until the outbox has nothing of the lane and the
 * aggregator stands at its last number. A difference computed any earlier would count what is still on its way twice.
 */
@ApplicationScoped
class Repair {

    private static final Duration DRAIN = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Pool pool;
    private final LaneRows rows;
    private final Aggregator aggregator;
    private final Outbox outbox;
    private final Clock clock = Clock.systemUTC();

    Repair(Pool pool, LaneRows rows, Aggregator aggregator, Outbox outbox) {
        this.pool = pool;
        this.rows = rows;
        this.aggregator = aggregator;
        this.outbox = outbox;
    }

    /** @return how many events made the lanes right */
    int lanes(Set<Integer> lanes) {
        // What was changed behind the back of a tile's owner is not in its memory, which a difference is added to.
        lanes.forEach(aggregator::reload);
        int appended = 0;
        for (int lane : lanes) {
            appended += lane(lane);
            outbox.ring();
        }
        return appended;
    }

    private int lane(int lane) {
        var connection = pool.getConnection().await().atMost(LaneRows.PATIENCE);
        try {
            Transaction transaction = connection.begin().await().atMost(LaneRows.PATIENCE);
            int appended = appendDifferences(connection, lane);
            transaction.commit().await().atMost(LaneRows.PATIENCE);
            return appended;
        } finally {
            connection.close().await().atMost(LaneRows.PATIENCE); // An open transaction is rolled back.
        }
    }

    private int appendDifferences(SqlConnection connection, int lane) {
        long last = hold(connection, lane);
        awaitDrained(lane);
        var there = aggregator.laneAt(lane, rows.incarnation(connection), last);
        var here = rows.snapshot(connection).tallies().get(lane);
        var events = events(lane, here.differences(lane, there.tally()), there.holes());
        outbox.append(connection, events).await().atMost(LaneRows.PATIENCE);
        return events.size();
    }

    private static long hold(SqlConnection connection, int lane) {
        return LaneRows.first(
                        connection,
                        "select last from outbox_lane where topic = $1 and lane = $2 for update",
                        Tuple.of(Topics.METRIC_EVENTS, (short) lane))
                .getLong(0);
    }

    private void awaitDrained(int lane) {
        long end = System.nanoTime() + DRAIN.toNanos();
        while (waiting(lane) > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "lane " + lane + ": the outbox is not empty after " + DRAIN.toSeconds() + " s");
            }
            Aggregator.pause(PAUSE);
        }
    }

    private long waiting(int lane) {
        return pool.preparedQuery("select count(*) from outbox where topic = $1 and lane = $2")
                .execute(Tuple.of(Topics.METRIC_EVENTS, (short) lane))
                .await()
                .atMost(LaneRows.PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private List<MetricEvent> events(int lane, List<Tally.Difference> differences, List<SequenceRange> holes) {
        var shops = new LinkedHashMap<String, Contribution>();
        for (var difference : differences) {
            var key = difference.key();
            var correction = Contribution.none()
                    .plus(BusinessDay.start(key.day()), key.measure(), difference.rows() - difference.tiles());
            shops.merge(key.shop(), correction, Contribution::plus);
        }
        if (shops.isEmpty() && !holes.isEmpty()) {
            shops.put(nameIn(lane), Contribution.none());
        }
        var events = new ArrayList<MetricEvent>();
        for (var shop : shops.entrySet()) {
            var closes = events.isEmpty() ? holes : List.<SequenceRange>of();
            events.addAll(Differences.events(
                    shop.getKey(), clock.instant(), "repair/lane-" + lane, "repair", shop.getValue(), closes));
        }
        return events;
    }

    /** A subject for an event that only closes holes: no shop, but a key that leads to the lane. */
    private static String nameIn(int lane) {
        int n = 0;
        while (Lane.of("repair-" + n) != lane) {
            n++;
        }
        return "repair-" + n;
    }
}
