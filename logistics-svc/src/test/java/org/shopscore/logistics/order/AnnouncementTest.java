package org.shopscore.logistics.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.MetricEvent;
import org.shopscore.metric.OrderFacts;
import org.shopscore.platform.PlatformResource;
import org.shopscore.platform.emitter.Announced;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class AnnouncementTest {

    private final Feed feed = Feed.anew();

    private Order order() {
        return Order.paid(Terms.plain(feed.paidAt(), feed.ahead(), feed.ahead(), Set.of()));
    }

    @Test
    void whatIsAnnouncedAddsUpToWhatTheOrderContributes() {
        feed.paid();
        feed.signed(feed.paidAt().plusSeconds(7200));
        feed.pickedUp(feed.paidAt().plusSeconds(3600));
        feed.pickedUp(feed.paidAt().plusSeconds(1800));
        feed.signed(feed.paidAt().plusSeconds(7200));
        var expected = OrderMeasures.of(order().signed(feed.paidAt().plusSeconds(7200))
                .pickedUp(feed.paidAt().plusSeconds(1800)));
        var events = Announced.await(feed.shopId(), expected);
        assertThat(events).hasSize(4).allMatch(event -> event.ref().equals("order/order-1"));
    }

    @Test
    void aTakenBackOrderTakesItsMeasuresBack() {
        feed.paid();
        feed.signed(feed.paidAt().plusSeconds(7200));
        feed.refunded(feed.paidAt().plusSeconds(30));
        var expected =
                OrderMeasures.of(order().signed(feed.paidAt().plusSeconds(7200)).refunded(feed.paidAt()));
        var events = Announced.await(feed.shopId(), expected);
        assertThat(events.getLast().time()).isEqualTo(feed.paidAt().plusSeconds(7200));
    }

    @Test
    void otherServicesHearOfPaymentSignatureAndValidityAndOfNothingElse() {
        feed.paid();
        feed.pickedUp(feed.paidAt().plusSeconds(3600));
        feed.signed(feed.paidAt().plusSeconds(7200));
        feed.refunded(feed.paidAt().plusSeconds(9999));
        feed.refunded(feed.paidAt().plusSeconds(10));
        assertThat(Announced.facts(feed.key(), 3))
                .containsExactly(
                        facts(true, Optional.empty(), 1),
                        facts(true, Optional.of(feed.paidAt().plusSeconds(7200)), 3),
                        facts(false, Optional.of(feed.paidAt().plusSeconds(7200)), 5));
    }

    private OrderFacts facts(boolean valid, Optional<Instant> signedAt, long version) {
        return new OrderFacts(feed.shopId(), feed.orderId(), feed.paidAt(), valid, signedAt, version);
    }

    @Test
    void limitsThatHavePassedAreFoundAndCountOnTheirDueDays() throws Exception {
        Instant pickupDue = feed.paidAt().plusSeconds(3600);
        Instant promised = feed.now().minusSeconds(60);
        feed.paid(feed.paidAt(), pickupDue, promised).statusCode(201);
        var expected = OrderMeasures.of(Order.paid(Terms.plain(feed.paidAt(), pickupDue, promised, Set.of()))
                .passed(feed.now()));
        var events = Announced.await(feed.shopId(), expected);
        assertThat(events).extracting(MetricEvent::time).containsExactly(feed.paidAt(), pickupDue, promised);
        assertThat(Stored.count("select count(*) from orders where next_due_at is null and shop_id = ?", feed.shopId()))
                .isOne();
        assertThat(Stored.count(
                        "select count(*) from order_history where what = 'DUE_PASSED' and order_key = ?", feed.key()))
                .isEqualTo(2);
    }

    @Test
    void aPickupThatBecomesKnownAfterItsLimitMovesWhatTheSweepHadDecided() {
        Instant pickupDue = feed.paidAt().plusSeconds(3600);
        var terms = Terms.plain(feed.paidAt(), pickupDue, feed.ahead(), Set.of());
        feed.paid(feed.paidAt(), pickupDue, feed.ahead());
        assertThat(Announced.await(
                        feed.shopId(), OrderMeasures.of(Order.paid(terms).passed(feed.now()))))
                .hasSize(2);
        feed.pickedUp(feed.paidAt().plusSeconds(600));
        var expected = OrderMeasures.of(Order.paid(terms).pickedUp(feed.paidAt().plusSeconds(600)));
        Announced.await(feed.shopId(), expected);
    }
}
