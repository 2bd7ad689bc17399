package org.shopscore.logistics.shipment.desk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.nullValue;
import static org.shopscore.logistics.scan.ScanStatus.DELIVERED;
import static org.shopscore.logistics.scan.ScanStatus.PICKED_UP;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.shipment.Warehouse;
import org.shopscore.logistics.shipment.Warehouse.Told;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ShipmentListsTest {

    private final Warehouse warehouse = Warehouse.anew();

    private ValidatableResponse list(String query) {
        return warehouse.get("/shipments" + query).statusCode(200);
    }

    @BeforeEach
    void threeParcelsOfWhichOneIsUnderWayAndOneIsSigned() {
        IntStream.rangeClosed(1, 3).forEach(i -> {
            warehouse.paid("o-" + i);
            warehouse.declare("p-" + i, "o-" + i).statusCode(201);
        });
        warehouse.scan("p-2", new Told(PICKED_UP, 20));
        warehouse.scan("p-3", new Told(PICKED_UP, 20), new Told(DELIVERED, 40));
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        String token = list("?pageSize=2")
                .body("shipments.shipmentId", contains("p-1", "p-2"))
                .extract()
                .path("nextPageToken");
        list("?pageSize=2&pageToken=" + token)
                .body("shipments.shipmentId", contains("p-3"))
                .body("nextPageToken", nullValue());
    }

    @Test
    void shipmentsAreListedByStateCarrierAndWaybillInAnyCase() {
        list("?state=SIGNED").body("shipments.shipmentId", contains("p-3"));
        list("?state=ANNOUNCED&carrier=yto").body("shipments.shipmentId", contains("p-1"));
        list("?carrier=sf").body("shipments", empty());
        list("?waybill=" + warehouse.waybill("p-2").toLowerCase(Locale.ROOT))
                .body("shipments.shipmentId", contains("p-2"));
    }

    @Test
    void shipmentsAreListedByTheNextLimitOfTheirOrders() {
        list("?dueBefore=" + warehouse.hours(145)).body("shipments.shipmentId", contains("p-1", "p-2"));
        list("?dueBefore=" + warehouse.hours(20)).body("shipments", empty());
    }

    @Test
    void thoseWithoutAScanSinceThenAreListedAsLongAsTheyAreUnderWay() {
        list("?silentSince=" + warehouse.hours(20)).body("shipments.shipmentId", contains("p-1"));
        list("?silentSince=" + warehouse.hours(21)).body("shipments.shipmentId", contains("p-1", "p-2"));
    }

    @Test
    void theTeamSeesAllShopsAndAnyOneOfThem() {
        given().get("/v1/shipments?state=SIGNED&shop=" + warehouse.shopId())
                .then()
                .statusCode(200)
                .body("shipments.shipmentId", contains("p-3"));
        given().get("/v1/shipments?waybill=" + warehouse.waybill("p-1"))
                .then()
                .body("shipments.shopId", contains(warehouse.shopId()));
    }
}
