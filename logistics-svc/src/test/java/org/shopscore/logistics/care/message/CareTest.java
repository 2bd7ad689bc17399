package org.shopscore.logistics.care.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shopscore.logistics.care.CareProfile;
import org.shopscore.logistics.care.CareShop;
import org.shopscore.logistics.care.ScriptedProvider;
import org.shopscore.logistics.care.stage.Stage;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
@TestProfile(CareProfile.class)
class CareTest {

    @Inject
    NewMessages messages;

    @Inject
    Pool pool;

    private ScriptedProvider provider;
    private CareShop shop;

    @BeforeEach
    void start() {
        provider = ScriptedProvider.start();
        shop = CareShop.awake();
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void theBuyerIsToldOfEachStepOfAnOrderAsItHappens() {
        shop.placed("order-1", shop.now());
        shop.message("order-1", "ORDERED", "SENT");
        shop.paid("order-1", shop.now());
        shop.message("order-1", "PAID", "SENT");
        shop.shipment("parcel-1", shop.waybill(), shop.now(), "order-1");
        shop.message("order-1", "SHIPPED", "SENT");
        shop.pickedUp("order-1", shop.now());
        shop.message("order-1", "PICKED_UP", "SENT");
        shop.signed("order-1", shop.now());
        shop.message("order-1", "SIGNED", "SENT");

        assertThat(provider.of(shop.shopId()))
                .extracting(request -> request.notification().stage())
                .containsExactly("ORDERED", "PAID", "SHIPPED", "PICKED_UP", "SIGNED");
        assertThat(provider.of(shop.shopId()).get(2).notification().text())
                .contains("已发货")
                .contains(shop.waybill());
    }

    @Test
    void twoParcelsOfAnOrderThatReachAStageTogetherAreToldOfOnceByTheFirst() {
        shop.paid("order-1", shop.now());
        var stage = new MessageKey(new OrderId(shop.shopId(), "order-1"), Stage.DELAYED);
        var both = List.of(
                new Made(stage, Optional.of(shop.now())),
                new Made(stage, Optional.of(shop.now().minusSeconds(60))));

        pool.withTransaction(connection -> messages.make(connection, both))
                .await()
                .atMost(Duration.ofSeconds(10));

        assertThat(shop.message("order-1", "DELAYED", CareTest::ended))
                .containsEntry("reachedAt", shop.now().minusSeconds(60).toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aStageIsToldAtMostOnceHoweverOftenAndInWhateverOrderTheFactsAreTold(long seed) {
        shop.paid("order-1", shop.now().minusSeconds(600));
        var facts = new ArrayList<Runnable>();
        for (int i = 0; i < 3; i++) {
            int earlier = i;
            facts.add(() -> shop.paid("order-1", shop.now().minusSeconds(600)));
            facts.add(() -> shop.pickedUp("order-1", shop.now().minusSeconds(300L - earlier)));
            facts.add(() -> shop.signed("order-1", shop.now().minusSeconds(60L - earlier)));
        }
        Collections.shuffle(facts, new Random(seed));
        facts.forEach(Runnable::run);

        shop.message("order-1", "SIGNED", "SENT");
        shop.message("order-1", "PICKED_UP", message -> ended(message));
        shop.message("order-1", "PAID", message -> ended(message));

        assertThat(shop.messages("").getList("messages")).hasSize(3);
        assertThat(provider.of(shop.shopId()))
                .extracting(request -> request.notification().stage())
                .doesNotHaveDuplicates()
                .endsWith("SIGNED");
    }

    @Test
    void aStepThatBecomesKnownAfterALaterOneIsSkippedAndTheLogSaysWhy() {
        shop.paid("order-1", shop.now());
        shop.signed("order-1", shop.now());
        shop.message("order-1", "SIGNED", "SENT");
        shop.pickedUp("order-1", shop.now().minusSeconds(60));

        assertThat(shop.message("order-1", "PICKED_UP", "SKIPPED"))
                .containsEntry("reason", "OVERTAKEN")
                .containsEntry("attempts", 0)
                .doesNotContainKey("queuedAt");
    }

    @Test
    void aReplayOfOldOrdersDisturbsNobody() {
        Instant lastYear = shop.now().minus(365, ChronoUnit.DAYS);
        shop.paid("order-1", lastYear, lastYear.plus(2, ChronoUnit.DAYS), "b-1");
        shop.shipment("parcel-1", shop.waybill(), null, "order-1");
        shop.pickedUp("order-1", lastYear.plus(1, ChronoUnit.DAYS));
        shop.signed("order-1", lastYear.plus(3, ChronoUnit.DAYS));
        shop.placed("order-2", lastYear);
        // An order of today is told; whatever the old ones had made would have come before.
        shop.paid("order-3", shop.now());

        shop.message("order-3", "PAID", "SENT");

        assertThat(shop.messages("").getList("messages.orderId")).containsExactly("order-3");
        assertThat(provider.of(shop.shopId())).hasSize(1);
    }

    @Test
    void aParcelDeclaredWithoutATimeIsToldAsShippedNow() {
        shop.paid("order-1", shop.now());
        shop.shipment("parcel-1", shop.waybill(), null, "order-1");

        shop.message("order-1", "SHIPPED", "SENT");
    }

    @Test
    void theBuyerIsToldWhenACourierSetsOutOnceHoweverOftenHeTries() {
        shop.paid("order-1", shop.now().minusSeconds(600));
        shop.shipment("parcel-1", shop.waybill(), shop.now().minusSeconds(500), "order-1");
        shop.scanned("parcel-1", "PICKED_UP", shop.now().minusSeconds(400));
        shop.scanned("parcel-1", "OUT_FOR_DELIVERY", shop.now().minusSeconds(60));
        shop.message("order-1", "OUT_FOR_DELIVERY", "SENT");
        shop.scanned("parcel-1", "DELIVERY_ATTEMPT_FAILED", shop.now().minusSeconds(30));
        shop.scanned("parcel-1", "OUT_FOR_DELIVERY", shop.now());
        shop.scanned("parcel-1", "DELIVERED", shop.now());
        shop.message("order-1", "SIGNED", "SENT");

        assertThat(shop.messages("stage=OUT_FOR_DELIVERY").getList("messages")).hasSize(1);
        assertThat(shop.message("order-1", "OUT_FOR_DELIVERY", "SENT"))
                .containsEntry("reachedAt", shop.now().minusSeconds(60).toString());
    }

    @Test
    void aMessageFallingIntoQuietHoursWaitsForTheirEnd() {
        shop.quiet(shop.local(Duration.ofHours(-1)), shop.local(Duration.ofSeconds(10)));
        shop.paid("order-1", shop.now());

        var waiting = shop.message(
                "order-1",
                "PAID",
                message -> "WAITING".equals(message.get("state"))
                        && !message.get("dueAt").equals(message.get("madeAt")));

        assertThat(waiting).containsEntry("dueAt", shop.now().plusSeconds(10).toString());
        assertThat(provider.of(shop.shopId())).isEmpty();
        shop.message("order-1", "PAID", "SENT");
        assertThat(Instant.now()).isAfterOrEqualTo(shop.now().plusSeconds(10));
    }

    @Test
    void aMessageThatIsOvertakenInQuietHoursIsNeverSent() {
        shop.quiet(shop.local(Duration.ofHours(-1)), shop.local(Duration.ofSeconds(10)));
        shop.paid("order-1", shop.now());
        shop.pickedUp("order-1", shop.now());

        shop.message("order-1", "PICKED_UP", "SENT");

        assertThat(shop.message("order-1", "PAID", "SKIPPED")).containsEntry("reason", "OVERTAKEN");
    }

    @Test
    void ofACancelledOrderNothingMoreIsTold() {
        shop.quiet(shop.local(Duration.ofHours(-1)), shop.local(Duration.ofSeconds(10)));
        shop.paid("order-1", shop.now());
        shop.cancelled("order-1", shop.now());

        assertThat(shop.message("order-1", "PAID", "SKIPPED")).containsEntry("reason", "ORDER_CANCELLED");
    }

    @Test
    void aPromiseThatPassesIsToldAsADelay() {
        shop.paid("order-1", shop.now().minusSeconds(7200), shop.now().minusSeconds(60), "b-1");

        var delayed = shop.message("order-1", "DELAYED", "SENT");

        assertThat(delayed)
                .containsEntry("reachedAt", shop.now().minusSeconds(60).toString());
        assertThat(provider.of(shop.shopId()).getLast().notification().text()).startsWith("非常抱歉");
    }

    @Test
    void whatGoesWrongWithAParcelIsToldToTheBuyerOfEachOrderInIt() {
        shop.paid("order-1", shop.now().minusSeconds(600));
        shop.paid("order-2", shop.now().minusSeconds(600));
        shop.shipment("parcel-1", shop.waybill(), shop.now().minusSeconds(500), "order-1", "order-2");
        shop.wrong("parcel-1", "e-1", "DAMAGED");

        shop.message("order-1", "EXCEPTION", "SENT");
        shop.message("order-2", "EXCEPTION", "SENT");

        assertThat(provider.of(shop.shopId()).getLast().notification().text())
                .contains("出现异常")
                .contains(shop.waybill());
    }

    @Test
    void anExceptionWithdrawnBeforeItIsToldIsSkippedAndTheNextOneIsTold() {
        shop.quiet(shop.local(Duration.ofHours(-1)), shop.local(Duration.ofSeconds(10)));
        shop.paid("order-1", shop.now().minusSeconds(600));
        shop.shipment("parcel-1", shop.waybill(), shop.now().minusSeconds(500), "order-1");
        shop.wrong("parcel-1", "e-1", "DAMAGED");
        shop.put("/shipments/parcel-1/exceptions/e-1/withdrawal", "{\"reason\":\"看错了运单\"}")
                .statusCode(200);
        assertThat(shop.message("order-1", "EXCEPTION", "SKIPPED")).containsEntry("reason", "EXCEPTION_OVER");

        shop.wrong("parcel-1", "e-2", "LOST");

        assertThat(shop.message("order-1", "EXCEPTION", "SENT")).doesNotContainKey("reason");
    }

    @Test
    void aBuyerWhoRefusesAParcelIsNotToldOfIt() {
        shop.paid("order-1", shop.now().minusSeconds(600));
        shop.shipment("parcel-1", shop.waybill(), shop.now().minusSeconds(500), "order-1");
        shop.wrong("parcel-1", "e-1", "REFUSED");

        assertThat(shop.messages("stage=EXCEPTION").getList("messages")).isEmpty();
    }

    @Test
    void aBuyerWhoHasOptedOutIsNotTold() {
        shop.put("/care/buyers/b-order-1", "{\"optedOut\":true,\"changedAt\":\"%s\"}".formatted(shop.now()))
                .statusCode(200);
        shop.paid("order-1", shop.now());
        shop.paid("order-2", shop.now());

        shop.message("order-2", "PAID", "SENT");

        assertThat(shop.message("order-1", "PAID", "SKIPPED")).containsEntry("reason", "OPTED_OUT");
    }

    @Test
    void aStageThatTheShopHasSwitchedOffIsNotTold() {
        shop.settings("""
                {"quietHours":{"from":"%s","until":"%s"},"stages":{"PAID":{"enabled":false},"SIGNED":{"channel":"EMAIL"}}}""".formatted(shop.local(Duration.ofHours(6)), shop.local(Duration.ofHours(7))))
                .statusCode(200);
        shop.paid("order-1", shop.now());
        shop.message("order-1", "PAID", "SKIPPED");
        shop.signed("order-1", shop.now());

        assertThat(shop.message("order-1", "SIGNED", "SENT")).containsEntry("channel", "EMAIL");
        assertThat(shop.message("order-1", "PAID", "SKIPPED")).containsEntry("reason", "SWITCHED_OFF");
    }

    @Test
    void aBuyerReadsTheLanguageOfItsChoiceAndTheShopsOwnText() {
        shop.put(
                        "/care/buyers/b-order-1",
                        "{\"optedOut\":false,\"language\":\"en-GB\",\"changedAt\":\"%s\"}".formatted(shop.now()))
                .statusCode(200);
        shop.put("/care/templates/SIGNED/zh-CN", "{\"text\":\"亲，订单{orderId}签收啦[，承运{carrier}]！\"}")
                .statusCode(200);
        shop.paid("order-1", shop.now());
        shop.message("order-1", "PAID", "SENT");
        shop.paid("order-2", shop.now());
        shop.signed("order-2", shop.now());
        shop.message("order-2", "SIGNED", "SENT");

        assertThat(provider.of(shop.shopId()))
                .extracting(request -> request.notification().language() + " "
                        + request.notification().text())
                .anySatisfy(told -> assertThat(told).startsWith("en Your order order-1 is paid."))
                .contains("zh-CN 亲，订单order-2签收啦！");
    }

    private static boolean ended(Map<String, Object> message) {
        return List.of("SENT", "SKIPPED").contains(message.get("state"));
    }
}
