package org.shopscore.logistics.care.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.care.CareProfile;
import org.shopscore.logistics.care.CareShop;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
@TestProfile(CareProfile.class)
class PlacementResourceTest {

    private CareShop shop;

    @BeforeEach
    void open() {
        shop = CareShop.awake();
    }

    @Test
    void aPlacementToldAgainChangesNothingAndOneToldOtherwiseIsRefused() {
        place(shop.now(), "b-1").statusCode(201).body("buyerRef", equalTo("b-1"));
        place(shop.now(), "b-1").statusCode(200);
        place(shop.now().minusSeconds(1), "b-2")
                .statusCode(409)
                .body("code", equalTo("placement-differs"))
                .body("errors.field", equalTo(java.util.List.of("orderedAt", "buyerRef")));

        assertThat(shop.messages("").getList("messages.stage")).isEqualTo(java.util.List.of("ORDERED"));
    }

    @Test
    void anOrderIsNotPlacedInTheFutureNorByAPhoneNumber() {
        place(shop.now().plusSeconds(3600), "b-1").statusCode(422).body("code", equalTo("time-in-future"));
        place(shop.now(), "13812345678").statusCode(400).body("errors[0].field", equalTo("buyerRef"));
    }

    private ValidatableResponse place(Instant orderedAt, String buyerRef) {
        return shop.put(
                "/orders/order-1/placement",
                "{\"orderedAt\":\"%s\",\"buyerRef\":\"%s\"}".formatted(orderedAt, buyerRef));
    }
}
