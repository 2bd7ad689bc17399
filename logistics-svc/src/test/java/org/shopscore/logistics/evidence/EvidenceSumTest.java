package org.shopscore.logistics.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.announcement.Announcing;
import org.shopscore.logistics.announcement.Announcing.Result;
import org.shopscore.logistics.bulk.Sender;
import org.shopscore.logistics.order.Exclusions;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.logistics.order.OrderMove;
import org.shopscore.logistics.order.Orders;
import org.shopscore.metric.BusinessDay;
import org.shopscore.platform.PlatformResource;
import org.shopscore.platform.emitter.Announced;

/** Shops with any history: what their lists add up to is what went to the broker, day by day. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class EvidenceSumTest {

    private static final int ORDERS = 600;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HEADER =
            "orderId,paidAt,pickupDueAt,deliveryPromisedAt,flags,pickedUpAt,signedAt,cancelledAt,refundedAt";
    private static final List<String> OF_ORDERS = List.of(
            "order.paid",
            "order.signed",
            "pickup.due",
            "pickup.on-time",
            "pickup.done",
            "pickup.seconds",
            "delivery.due",
            "delivery.on-time",
            "delivery.next-day");

    @Inject
    Orders orders;

    @Inject
    Announcing announcing;

    private final Random random = new Random(20260301);
    private final Sender sender = Sender.anew();
    private final Lists lists = new Lists(sender.shopId());

    @Test
    void whatTheListsOfOrdersAddUpToIsWhatWasAnnouncedOnAnyDays() throws Exception {
        var lines = new ArrayList<>(List.of(HEADER));
        for (int n = 0; n < ORDERS; n++) {
            lines.add(anyOrder("o-" + n));
        }
        sender.orders(lines.toArray(String[]::new)).statusCode(201);
        tellMore();
        disrupt();
        var events = Kept.await(sender.shopId(), PATIENCE, kept -> Announced.await(sender.shopId(), kept));
        assertThat(events).hasSizeGreaterThan(ORDERS);
        var sums = new Sums(lists, events, random);
        for (String measure : OF_ORDERS) {
            sums.assertEqual(measure, BusinessDay.of(sender.daysAgo(40)), BusinessDay.of(sender.daysAgo(-40)));
            for (int n = 0; n < 4; n++) {
                var from = BusinessDay.of(sender.daysAgo(random.nextInt(20)));
                sums.assertEqual(measure, from, from.plusDays(random.nextInt(6)));
            }
        }
    }

    private String anyOrder(String orderId) {
        var paid = sender.daysAgo(random.nextInt(15) + 5);
        var flags = List.of("", "", "", "GIFT", "SAMPLE LUCKY_BAG").get(random.nextInt(5));
        return String.join(
                ",",
                orderId,
                paid.toString(),
                later(paid, 4).toString(),
                later(paid, 9).toString(),
                flags,
                maybe(paid, 5),
                maybe(paid, 12),
                random.nextInt(8) == 0
                        ? paid.plusSeconds(random.nextInt(90_000)).toString()
                        : "",
                random.nextInt(8) == 0 ? paid.plusSeconds(random.nextInt(120)).toString() : "");
    }

    /** Late, twice and out of order. */
    private void tellMore() {
        for (int n = 0; n < 150; n++) {
            var order = "/v1/shops/%s/orders/o-%d".formatted(sender.shopId(), random.nextInt(ORDERS));
            var at = sender.daysAgo(random.nextInt(16));
            if (random.nextBoolean()) {
                tell(order + "/pickup", "pickedUpAt", at);
            } else {
                tell(order + "/signature", "signedAt", at);
            }
        }
    }

    private static void tell(String address, String field, Instant at) {
        given().contentType(ContentType.JSON)
                .body("{\"%s\":\"%s\"}".formatted(field, at))
                .put(address)
                .then()
                .statusCode(anyOf(is(200), is(404)));
    }

    private void disrupt() {
        var moves = new ArrayList<OrderMove>();
        for (int n = 0; n < ORDERS; n += 5) {
            var id = new OrderId(sender.shopId(), "o-" + n);
            var ids = new TreeSet<>(List.of("flood"));
            moves.add(
                    n % 10 == 0
                            ? OrderMove.excluded(
                                    id,
                                    sender.now(),
                                    new Exclusions(n % 20 == 0 ? ids : new TreeSet<>(), ids, Optional.empty()),
                                    "disruption/flood")
                            : OrderMove.lostByForceMajeure(id, sender.now(), Optional.of(sender.daysAgo(6))));
        }
        announcing
                .transaction(
                        connection -> orders.move(connection, moves).map(announced -> new Result<>(true, announced)))
                .await()
                .atMost(PATIENCE);
    }

    private Instant later(Instant from, int days) {
        return from.plusSeconds(random.nextInt(days * 86_400));
    }

    private String maybe(Instant from, int days) {
        var at = later(from, days);
        return random.nextInt(4) == 0 || at.isAfter(sender.now()) ? "" : at.toString();
    }
}
