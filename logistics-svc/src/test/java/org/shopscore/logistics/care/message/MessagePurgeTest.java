package org.shopscore.logistics.care.message;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.care.CareProfile;
import org.shopscore.logistics.care.CareShop;
import org.shopscore.logistics.care.ScriptedProvider;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
@TestProfile(CareProfile.class)
class MessagePurgeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    MessagePurge purge;

    @Inject
    Pool pool;

    private ScriptedProvider provider;
    private CareShop shop;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @BeforeEach
    void start() {
        provider = ScriptedProvider.start();
        shop = CareShop.awake();
    }

    /** What is sent for the orders is what they contribute at their new age: no other test finds anything to correct. */
    @AfterEach
    void stop() {
        given().post(management.resolve("/ops/recount")).then().statusCode(200);
        provider.close();
    }

    @Test
    void theLogOfAnOrderThatIsOverGoesWhenTheYoungestOfItsMessagesIsOldEnough() {
        signed("order-old");
        age("order-old", 91);
        signed("order-young");
        age("order-young", 89);
        signed("order-late");
        age("order-late", 91);
        change("update care_message set made_at = now() where order_key = $1 and stage = 'SIGNED'", "order-late");
        shop.paid("order-open", shop.now());
        shop.message("order-open", "PAID", "SENT");
        age("order-open", 400);
        signed("order-waiting");
        age("order-waiting", 91);
        change(
                "update care_message set state = 'WAITING', due_at = now() + interval '1 day' where order_key = $1"
                        + " and stage = 'PAID'",
                "order-waiting");

        purge.run().await().atMost(PATIENCE);

        assertThat(shop.messages("pageSize=200").getList("messages.orderId"))
                .doesNotContain("order-old")
                .contains("order-young", "order-late", "order-open", "order-waiting");
    }

    @Test
    void whatIsToldAgainOfAnOrderWhoseMessagesAreGoneTellsTheBuyerNothing() {
        shop.placed("order-1", shop.now());
        shop.message("order-1", "ORDERED", "SENT");
        shop.paid("order-1", shop.now());
        shop.shipment("parcel-1", shop.waybill(), shop.now(), "order-1");
        shop.message("order-1", "SHIPPED", "SENT");
        shop.signed("order-1", shop.now());
        shop.message("order-1", "SIGNED", "SENT");
        age("order-1", 100);
        purge.run().await().atMost(PATIENCE);
        assertThat(shop.messages("orderId=order-1").getList("messages")).isEmpty();
        int told = provider.of(shop.shopId()).size();

        Instant then = shop.now().minus(100, ChronoUnit.DAYS);
        shop.put("/orders/order-1/placement", "{\"orderedAt\":\"%s\"}".formatted(then))
                .statusCode(200);
        shop.pickedUp("order-1", then);
        shop.signed("order-1", then);
        shop.shipment("parcel-2", shop.waybill() + "-2", null, "order-1");
        shop.scanned("parcel-2", "OUT_FOR_DELIVERY", then);
        shop.scanned("parcel-2", "DELIVERED", then);
        // Whatever these had made would have come before this.
        shop.paid("order-2", shop.now());
        shop.message("order-2", "PAID", "SENT");

        assertThat(shop.messages("orderId=order-1").getList("messages")).isEmpty();
        assertThat(provider.of(shop.shopId())).hasSize(told + 1);
    }

    @Test
    void aNewParcelOfAnOrderThatIsOverIsOvertakenByItsSignature() {
        signed("order-1");
        age("order-1", 100);
        purge.run().await().atMost(PATIENCE);

        shop.shipment("parcel-2", shop.waybill(), shop.now(), "order-1");

        assertThat(shop.message("order-1", "SHIPPED", "SKIPPED")).containsEntry("reason", "OVERTAKEN");
    }

    private void signed(String orderId) {
        shop.paid(orderId, shop.now());
        shop.signed(orderId, shop.now());
        shop.message(orderId, "SIGNED", "SENT");
        shop.message(orderId, "PAID", message -> List.of("SENT", "SKIPPED").contains(message.get("state")));
    }

    /** As if all of the order had happened that many days earlier. */
    private void age(String orderId, int days) {
        String by = " - interval '" + days + " days'";
        change(
                "update care_message set made_at = made_at" + by + ", reached_at = reached_at" + by
                        + " where order_key = $1",
                orderId);
        change(
                "update orders set paid_at = paid_at" + by + ", pickup_due_at = pickup_due_at" + by
                        + ", delivery_due_at = delivery_due_at" + by + ", signed_at = signed_at" + by
                        + ", next_due_at = null where key = $1",
                orderId);
        change("update care_placement set ordered_at = ordered_at" + by + " where order_key = $1", orderId);
    }

    private void change(String sql, String orderId) {
        pool.preparedQuery(sql)
                .execute(Tuple.of(shop.shopId() + "/" + orderId))
                .await()
                .atMost(PATIENCE);
    }
}
