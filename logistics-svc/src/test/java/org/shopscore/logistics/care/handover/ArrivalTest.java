package org.shopscore.logistics.care.handover;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.care.CareProfile;
import org.shopscore.logistics.care.CareShop;
import org.shopscore.logistics.care.ScriptedProvider;
import org.shopscore.metric.BusinessDay;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
@TestProfile(CareProfile.class)
class ArrivalTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TEXT = "{orderId}[由{carrier}承运][，预计{eta}送达]";

    private ScriptedProvider provider;
    private CareShop shop;
    private String region;

    @BeforeEach
    void start() {
        provider = ScriptedProvider.start();
        shop = CareShop.awake();
        region = "ZE-" + shop.shopId().substring(5, 11).toUpperCase(Locale.ROOT);
        shop.put("/care/templates/SHIPPED/zh-CN", "{\"text\":\"" + TEXT + "\"}").statusCode(200);
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void aTextTellsTheEstimatedDayAndTheCarriersName() {
        put("/v1/lane-times/yto/" + region + "/" + region, """
                {"validFrom":"%s","pickupHours":24,"transitHours":96,"level":"NATIONAL","priceMinor":350,"currency":"CNY"}""".formatted(
                        shop.now().minus(1, ChronoUnit.DAYS)));
        // Once an order needs no due times, the lane's are known.
        assertThat(Await.within(PATIENCE, () -> order("order-0", "") == 201)).isTrue();
        var pickupDueAt = shop.now().plus(24, ChronoUnit.HOURS);
        var promisedAt = shop.now().plus(9, ChronoUnit.DAYS);
        assertThat(order(
                        "order-1",
                        ",\"pickupDueAt\":\"%s\",\"deliveryPromisedAt\":\"%s\"".formatted(pickupDueAt, promisedAt)))
                .isEqualTo(201);

        shop.shipment("parcel-1", shop.waybill(), shop.now(), "order-1");

        shop.message("order-1", "SHIPPED", "SENT");
        var day = BusinessDay.of(pickupDueAt.plus(96, ChronoUnit.HOURS));
        assertThat(text())
                .isEqualTo("order-1由圆通速递承运，预计%d年%d月%d日送达"
                        .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
    }

    @Test
    void withoutAnEstimateItTellsNone() {
        shop.paid("order-1", shop.now());
        shop.shipment("parcel-1", shop.waybill(), shop.now(), "order-1");
        shop.message("order-1", "SHIPPED", "SENT");
        assertThat(text()).isEqualTo("order-1由圆通速递承运");
    }

    private String text() {
        return provider.of(shop.shopId()).stream()
                .map(ScriptedProvider.Request::notification)
                .filter(notification -> notification.stage().equals("SHIPPED"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private int order(String orderId, String due) {
        return given().contentType(ContentType.JSON)
                .body("{\"paidAt\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"carrier\":\"yto\"%s}"
                        .formatted(shop.now(), region, region, due))
                .put("/v1/shops/" + shop.shopId() + "/orders/" + orderId)
                .statusCode();
    }

    private static void put(String address, String body) {
        given().contentType(ContentType.JSON).body(body).put(address).then().statusCode(201);
    }
}
