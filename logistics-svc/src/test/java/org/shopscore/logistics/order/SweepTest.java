package org.shopscore.logistics.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.Measures;
import org.shopscore.platform.PlatformResource;
import org.shopscore.platform.emitter.Announced;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class SweepTest {

    /** Orders as if the service had been away when both of their limits passed. */
    private static final String OVERDUE = """
            insert into orders (key, shop_id, order_id, paid_at, pickup_due_at, delivery_due_at, flags, next_due_at,
              contribution, version)
            select shop || '/order-' || i, shop, 'order-' || i, now() - interval '9 days', now() - interval '7 days',
              now() - interval '2 days', '{GIFT}', now() - interval '7 days', '{"changes":[]}', 1
            from (select ?::text as shop) of_shop, generate_series(1, 1800) i""";

    private final Feed feed = Feed.anew();

    @Test
    void moreOverdueOrdersThanABatchHoldsAreAllFoundOnceForEachLimit() throws Exception {
        Instant start = Instant.now();
        Stored.change(OVERDUE, feed.shopId());
        var events = Announced.await(feed.shopId(), late());
        System.out.printf(
                "3600 passed limits of 1800 orders found and announced in %d ms%n",
                Duration.between(start, Instant.now()).toMillis());
        assertThat(events)
                .hasSize(3600)
                .allMatch(
                        event -> event.time().equals(event.changes().getFirst().anchoredAt()));
        assertThat(Stored.rows(feed.shopId()))
                .containsEntry("order_history", 3600L)
                .containsEntry("versions", 5400L);
    }

    private Contribution late() throws Exception {
        Instant pickupDue = Stored.instant("select min(pickup_due_at) from orders where shop_id = ?", feed.shopId());
        Instant promised = Stored.instant("select min(delivery_due_at) from orders where shop_id = ?", feed.shopId());
        assertThat(List.of(pickupDue, promised))
                .allMatch(at -> BusinessDay.of(at).isBefore(BusinessDay.of(Instant.now())));
        return Contribution.none()
                .plus(pickupDue, Measures.PICKUP_DUE, 1800)
                .plus(promised, Measures.DELIVERY_DUE, 1800);
    }
}
