package org.shopscore.logistics.care.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.logistics.care.CareProfile;
import org.shopscore.logistics.care.CareShop;
import org.shopscore.logistics.care.ScriptedProvider;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
@TestProfile(CareProfile.class)
class MessageResourceTest {

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
    void theLogIsReadInPagesTheNewestFirst() {
        var orders = IntStream.range(0, 7).mapToObj(n -> "order-" + n).toList();
        orders.forEach(order -> shop.paid(order, shop.now()));

        var found = new ArrayList<String>();
        var page = shop.messages("pageSize=3");
        found.addAll(page.getList("messages.orderId"));
        for (int more = 0; more < 2; more++) {
            page = shop.messages("pageSize=3&pageToken=" + page.getString("nextPageToken"));
            found.addAll(page.getList("messages.orderId"));
        }

        assertThat(found).isEqualTo(orders.reversed());
        assertThat(page.getString("nextPageToken")).isNull();
    }

    @Test
    void theLogIsSearchedByOrderStageAndState() {
        provider.answers(shop.shopId(), "order-1", 200, 422);
        shop.paid("order-1", shop.now());
        shop.message("order-1", "PAID", "SENT");
        shop.signed("order-1", shop.now());
        shop.message("order-1", "SIGNED", "REJECTED");
        shop.paid("order-2", shop.now());

        assertThat(shop.messages("orderId=order-1").getList("messages.stage")).isEqualTo(List.of("SIGNED", "PAID"));
        assertThat(shop.messages("stage=PAID").getList("messages.orderId")).isEqualTo(List.of("order-2", "order-1"));
        assertThat(shop.messages("state=REJECTED").getList("messages.reason")).isEqualTo(List.of("HTTP 422"));
        assertThat(shop.messages("orderId=order-2&state=REJECTED").getList("messages"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "pageSize=0, pageSize, invalid-field",
        "pageSize=201, pageSize, invalid-field",
        "pageToken=nonsense, pageToken, invalid-page-token",
        "stage=ARRIVED, stage, invalid-field",
        "state=LOST, state, invalid-field",
        "orderId=a/b, orderId, invalid-field"
    })
    void aBadQuestionIsRefusedByTheNameOfItsPart(String query, String field, String code) {
        given().get("/v1/shops/" + shop.shopId() + "/care/messages?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("errors[0].field", equalTo(field));
    }
}
