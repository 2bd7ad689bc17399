package org.shopscore.logistics.order.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.shopscore.logistics.scan.ScanStatus.PICKED_UP;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.logistics.shipment.Warehouse;
import org.shopscore.logistics.shipment.Warehouse.Told;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class OrderListsTest {

    private final Warehouse warehouse = Warehouse.anew();

    private ValidatableResponse list(String query) {
        return warehouse.get("/orders" + query).statusCode(200);
    }

    private void paid(String orderId, Instant pickupDueAt, String more) {
        warehouse
                .put("/orders/" + orderId, """
                        {"paidAt":"%s","pickupDueAt":"%s","deliveryPromisedAt":"%s"%s}""".formatted(warehouse.paidAt(), pickupDueAt, warehouse.hours(160), more))
                .statusCode(201);
    }

    /** All ids, in so many pages. */
    private List<String> walk(String query, int pages) {
        var ids = new ArrayList<String>();
        String token = "";
        for (int page = 0; page < pages; page++) {
            var answer = list(query + "&pageToken=" + token);
            ids.addAll(answer.extract().path("orders.orderId"));
            token = answer.extract().path("nextPageToken");
        }
        assertThat(token).as("there is no further page").isNull();
        return ids;
    }

    @Test
    void pagesGoOnWhereTheLastOneEndedAndTheLastSaysSo() {
        IntStream.range(0, 7).forEach(i -> paid("o-" + i, warehouse.hours(130), ""));
        assertThat(walk("?pageSize=3", 3)).containsExactly("o-0", "o-1", "o-2", "o-3", "o-4", "o-5", "o-6");
        assertThat(walk("?pageSize=7", 1)).hasSize(7);
    }

    @Test
    void ordersAreListedByTheirNextLimitWhereLimitsAreAskedFor() {
        paid("o-1", warehouse.hours(140), "");
        paid("o-2", warehouse.hours(130), "");
        paid("o-3", warehouse.hours(140), "");
        paid("o-4", warehouse.hours(150), "");
        String before = "?pageSize=2&dueBefore=" + warehouse.hours(150);
        assertThat(walk(before, 2)).containsExactly("o-2", "o-1", "o-3");
        warehouse.put("/orders/o-2/pickup", "{\"pickedUpAt\":\"" + warehouse.hours(20) + "\"}");
        assertThat(walk(before, 1)).containsExactly("o-1", "o-3");
    }

    @Test
    void ordersOfOneStateAloneAreListed() {
        paid("o-1", warehouse.hours(130), "");
        paid("o-2", warehouse.hours(130), "");
        warehouse.put("/orders/o-2/cancellation", "{\"cancelledAt\":\"" + warehouse.hours(1) + "\"}");
        list("?state=CANCELLED").body("orders.orderId", contains("o-2"));
        list("?state=PAID").body("orders.orderId", contains("o-1"));
        list("?state=SIGNED").body("orders", empty()).body("nextPageToken", nullValue());
    }

    @Test
    void aCarrierIsThatOfTheOrderOrOfOneOfItsParcels() {
        paid("o-1", warehouse.hours(130), ",\"carrier\":\"sf\"");
        paid("o-2", warehouse.hours(130), "");
        paid("o-3", warehouse.hours(130), "");
        warehouse.declare("p-1", "o-2").statusCode(201);
        list("?carrier=sf").body("orders.orderId", contains("o-1"));
        list("?carrier=yto").body("orders.orderId", contains("o-2"));
    }

    @Test
    void ordersWithAnExceptionAreListedAsLongAsItIsWorkedOn() {
        paid("o-1", warehouse.hours(130), "");
        paid("o-2", warehouse.hours(130), "");
        warehouse.declare("p-1", "o-1");
        warehouse.declare("p-2", "o-2");
        String exception = "/shipments/p-2/exceptions/e-1";
        warehouse
                .put(exception, "{\"type\":\"DAMAGED\",\"openedAt\":\"" + warehouse.hours(30) + "\"}")
                .statusCode(201);
        list("?exception=DAMAGED").body("orders.orderId", contains("o-2"));
        list("?exception=LABEL_LOST").body("orders", empty());
        warehouse.get("/shipments?exception=DAMAGED").body("shipments.shipmentId", contains("p-2"));
        warehouse.edit(exception + "/withdrawal", 1, "{\"reason\":\"看错单号\"}").statusCode(200);
        list("?exception=DAMAGED").body("orders", empty());
        warehouse.get("/shipments?exception=DAMAGED").body("shipments", empty());
    }

    @Test
    void whatIsAskedForHoldsTogether() {
        paid("o-1", warehouse.hours(130), ",\"carrier\":\"sf\"");
        paid("o-2", warehouse.hours(130), ",\"carrier\":\"sf\"");
        warehouse.declare("p-1", "o-2");
        warehouse.scan("p-1", new Told(PICKED_UP, 20));
        list("?carrier=sf&state=PICKED_UP").body("orders.orderId", contains("o-2"));
        list("?carrier=sf&state=PAID&dueBefore=" + warehouse.hours(131)).body("orders.orderId", contains("o-1"));
    }

    @Test
    void theTeamSeesAllShopsAndAnyOneOfThem() {
        var other = Warehouse.anew();
        paid("o-1", warehouse.hours(130), "");
        other.paid("o-2");
        given().get("/v1/orders?shop=" + other.shopId()).then().statusCode(200).body("orders.orderId", contains("o-2"));
        given().get("/v1/orders?pageSize=2").then().statusCode(200).body("orders", hasSize(2));
        list("").body("orders.orderId", contains("o-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "state=LOST_IN_SPACE, 400, invalid-field,      state,     LOST_IN_SPACE",
        "dueBefore=昨天,        400, invalid-field,      dueBefore, 昨天",
        "carrier=圆通,          400, invalid-field,      carrier,   圆通",
        "pageSize=201,        400, invalid-field,      pageSize,  201",
        "pageSize=0,          400, invalid-field,      pageSize,  0",
        "pageToken=xyz,       400, invalid-page-token, pageToken, xyz"
    })
    void aListAskedForWronglySaysWhatIsWrong(String query, int status, String code, String field, String given) {
        warehouse
                .get("/orders?" + query)
                .statusCode(status)
                .body("code", equalTo(code))
                .body("errors[0].field", equalTo(field))
                .body("errors[0].given", equalTo(given));
    }

    @Test
    void aTokenOfAnotherListIsRefused() {
        IntStream.range(0, 2).forEach(i -> paid("o-" + i, warehouse.hours(130), ""));
        String token = list("?pageSize=1").extract().path("nextPageToken");
        warehouse
                .get("/orders?dueBefore=" + warehouse.hours(150) + "&pageToken=" + token)
                .statusCode(400)
                .body("code", equalTo("invalid-page-token"));
    }
}
