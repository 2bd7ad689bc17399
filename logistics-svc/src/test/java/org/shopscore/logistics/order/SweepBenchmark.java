package org.shopscore.logistics.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/**
 * The sweep over 1,000,000 open orders of 2,000 shops, each with a parcel under way: how long it takes to find and close 10,000
 * whose limit has passed, and to find that none has. fsync on. Run by {@code ./shopscore bench sweep}.
 */
@QuarkusTest
@QuarkusTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "durability", value = "DURABLE"))
@TestProfile(SweepBenchmark.NoTimer.class)
class SweepBenchmark {

    private static final int OPEN = 1_000_000;
    private static final int OVERDUE = 10_000;
    private static final int ROUNDS = 5;
    private static final int IDLE = 200;

    private static final String ORDERS = """
            insert into orders (key, shop_id, order_id, paid_at, pickup_due_at, delivery_due_at, flags, parcels, state,
              next_due_at, contribution, version)
            select shop || '/o-' || i, shop, 'o-' || i, paid, paid + interval '2 days', paid + interval '9 days', '{}', 1,
              'PAID', paid + interval '2 days', '{"changes":[{"anchoredAt":"'
                || to_char(paid at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || '","measures":{"order.paid":1}}]}', 1
            from (select i, ? || i %% 2000 as shop, date_trunc('second', now()) - i * interval '0.1 seconds' as paid
                  from generate_series(1, %d) i) as made""".formatted(OPEN);
    private static final String SHIPMENTS = """
            insert into shipment (key, shop_id, shipment_id, carrier, waybill, order_ids, state, contribution, version)
            select shop_id || '/p-' || order_id, shop_id, 'p-' || order_id, 'yto', 'YT' || key, array[order_id], 'ANNOUNCED',
              '{"changes":[]}', 1
            from orders where shop_id like ? || '%'""";
    private static final String LINKS = """
            insert into shipment_order (order_key, shipment_key)
            select shop_id || '/' || order_ids[1], key from shipment where shop_id like ? || '%'""";
    private static final String LET_PASS = """
            update orders set pickup_due_at = now() - interval '1 hour', next_due_at = now() - interval '1 hour'
            where key in (select key from orders where shop_id like ? || '%%' and next_due_at > now()
                          order by hashtext(key) limit %d)""".formatted(OVERDUE);

    private static final String LEFT = """
            select (select count(*) from outbox) + (select count(*) from pg_stat_activity where backend_type = 'autovacuum worker')
              + (select count(*) from care_message
                  where state = 'QUEUED' or (state = 'WAITING' and due_at <= now() and shop_id like ? || '%'))""";
    private static final Duration DONE = Duration.ofMinutes(3);

    /** The sweep runs when the benchmark says so. */
    public static class NoTimer implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("logistics.sweep.every", "off", "outbox.max-backlog", "2000000");
        }
    }

    @Inject
    Sweep sweep;

    private final String shops = "bench-" + System.nanoTime() + "-";

    @Test
    void tenThousandOverdueOfAMillionOpenOrders() throws Exception {
        for (String rows : new String[] {ORDERS, SHIPMENTS, LINKS}) {
            Stored.change(rows, shops);
        }
        Stored.execute("vacuum analyze orders, shipment, shipment_order");
        Stored.execute("checkpoint");
        for (int round = 1; round <= ROUNDS; round++) {
            Stored.change(LET_PASS, shops);
            long closedBefore = closed();
            double millis = millis();
            assertThat(closed() - closedBefore).isEqualTo(OVERDUE);
            System.out.printf(
                    "sweep: %,d of %,d overdue found and closed in %,.0f ms, %,.0f events/s%n",
                    OVERDUE, OPEN, millis, OVERDUE / millis * 1_000);
        }
        // Otherwise the figure would be that of a machine that sends 50,000 events and as many messages, and of an
        // index whose
        // dead entries cannot be passed over because a table is just being analysed.
        assertThat(Await.within(DONE, this::nothingIsLeft)).isTrue();
        var idle = IntStream.range(0, IDLE).mapToDouble(_ -> millis()).sorted().toArray();
        System.out.printf(
                "sweep: nothing due, p50 %.1f ms, p99 %.1f ms, longest %.1f ms of %d%n",
                idle[IDLE / 2], idle[IDLE * 99 / 100], idle[IDLE - 1], IDLE);
    }

    private double millis() {
        long start = System.nanoTime();
        sweep.run().await().atMost(Duration.ofMinutes(2));
        return (System.nanoTime() - start) / 1e6;
    }

    private boolean nothingIsLeft() {
        try {
            return Stored.count(LEFT, shops) == 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long closed() throws Exception {
        return Stored.count(
                "select count(*) from order_history where what = 'DUE_PASSED' and order_key like ? || '%'", shops);
    }
}
