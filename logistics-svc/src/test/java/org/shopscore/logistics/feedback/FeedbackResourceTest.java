package org.shopscore.logistics.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.logistics.carrier.Courier;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class FeedbackResourceTest {

    private final Courier courier = Courier.anew();

    private ValidatableResponse gives(String parcel, int attitude, int speed, String state, long hour) {
        return courier.put(
                courier.address(parcel) + "/feedback", """
                {"courierAttitude":%d,"speed":%d,"parcelState":"%s","comment":"包裹晚了三天，态度很差。我的电话是13812345678","givenAt":"%s"}""".formatted(attitude, speed, state, courier.hour(hour)));
    }

    @Test
    void feedbackIsStoredWithoutPersonalDataAndCanBeRead() {
        courier.sends("p-1", 0);
        gives("p-1", 1, 5, "INTACT", 90).statusCode(201).body("carrier", equalTo(courier.code()));
        String comment = given().get(courier.address("p-1") + "/feedback")
                .then()
                .statusCode(200)
                .body("courierAttitude", equalTo(1))
                .body("speed", equalTo(5))
                .body("parcelState", equalTo("INTACT"))
                .extract()
                .path("comment");
        assertThat(comment).contains("态度很差").doesNotContain("13812345678");
    }

    @Test
    void theFirstFeedbackCountsAndTheSameAgainIsHarmless() {
        courier.sends("p-1", 0);
        gives("p-1", 1, 5, "INTACT", 90).statusCode(201);
        gives("p-1", 1, 5, "INTACT", 90).statusCode(200);
        gives("p-1", 5, 5, "INTACT", 91)
                .statusCode(409)
                .body("code", equalTo("feedback-differs"))
                .body("known.courierAttitude", equalTo(1));
    }

    @Test
    void feedbackNeedsAShipment() {
        gives("p-1", 1, 5, "INTACT", 90).statusCode(404).body("code", equalTo("unknown-shipment"));
        courier.sends("p-1", 0);
        given().get(courier.address("p-1") + "/feedback").then().statusCode(404).body("code", equalTo("no-feedback"));
    }

    @Test
    void feedbackIsPartOfItsCarriersWeek() {
        for (int i = 1; i <= 3; i++) {
            courier.sends("p-" + i, 0);
            courier.scanned("p-" + i, ScanStatus.PICKED_UP, 10);
            courier.scanned("p-" + i, ScanStatus.DELIVERED, 60);
        }
        gives("p-1", 1, 5, "INTACT", 200);
        gives("p-2", 4, 4, "GOODS_DAMAGED", 200);
        gives("p-3", 5, 4, "INTACT", 200);
        var found = courier.performance(
                page -> Integer.valueOf(3).equals(page.get("weeks[0].figures.feedback.damaged.of")));
        assertThat(found.getMap("weeks[0].figures.feedback"))
                .isEqualTo(Map.of(
                        "attitude", "3.33",
                        "speed", "4.33",
                        "damaged", Map.of("part", 1, "of", 3, "share", "0.3333")));
        assertThat(found.getList("weeks")).hasSize(1);
    }

    @Test
    void theDeskListsWhatCallsForSomebodyTheNewestFirst() {
        for (int i = 1; i <= 5; i++) {
            courier.sends("p-" + i, 0);
        }
        gives("p-1", 5, 5, "INTACT", 90);
        gives("p-2", 2, 5, "INTACT", 91);
        gives("p-3", 5, 2, "INTACT", 92);
        gives("p-4", 5, 5, "PACKAGING_DAMAGED", 92);
        gives("p-5", 3, 3, "INTACT", 94);
        assertThat(listed(2)).containsExactly("p-4", "p-3", "p-2");
        assertThat(listed(5)).containsExactly("p-5", "p-4", "p-3", "p-2", "p-1");
    }

    /** By pages of two. */
    private List<String> listed(int atMost) {
        var found = new ArrayList<String>();
        String token = "";
        do {
            var page = given().queryParam("carrier", courier.code())
                    .queryParam("atMost", atMost)
                    .queryParam("pageSize", 2)
                    .queryParam("pageToken", token)
                    .get("/v1/delivery-feedback")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(page.getList("feedback.shipmentId"));
            token = page.getString("nextPageToken");
        } while (token != null);
        return found;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "courierAttitude | {'courierAttitude':0,'speed':1,'parcelState':'INTACT','givenAt':'AT'}",
                "courierAttitude | {'speed':1,'parcelState':'INTACT','givenAt':'AT'}",
                "speed           | {'courierAttitude':1,'speed':6,'parcelState':'INTACT','givenAt':'AT'}",
                "parcelState     | {'courierAttitude':1,'speed':1,'parcelState':'WET','givenAt':'AT'}",
                "givenAt         | {'courierAttitude':1,'speed':1,'parcelState':'INTACT'}"
            })
    void aBadFieldNamesItself(String field, String body) {
        courier.put(
                        courier.address("p-1") + "/feedback",
                        body.replace('\'', '"').replace("AT\"", courier.hour(1) + "\""))
                .statusCode(400)
                .body("errors.field", hasItem(equalTo(field)));
    }

    @Test
    void feedbackFromTheFutureIsRefused() {
        courier.sends("p-1", 0);
        gives("p-1", 1, 1, "INTACT", 10_000).statusCode(422).body("code", equalTo("time-in-future"));
    }

    @Test
    void theDocumentTellsTheAddresses() {
        given().get("/q/openapi?format=json")
                .then()
                .body(
                        "paths.'/v1/shops/{shopId}/shipments/{shipmentId}/feedback'.put.responses.keySet()",
                        hasItems("200", "201", "400", "404", "409", "422"))
                .body("paths.'/v1/delivery-feedback'.get.parameters.name", hasItems("carrier", "atMost", "shopId"))
                .body("paths.'/v1/delivery-feedback'.post", nullValue());
    }
}
