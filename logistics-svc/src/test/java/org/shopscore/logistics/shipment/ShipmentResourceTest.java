package org.shopscore.logistics.shipment;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.shopscore.logistics.scan.ScanStatus.DELIVERED;
import static org.shopscore.logistics.scan.ScanStatus.IN_TRANSIT;
import static org.shopscore.logistics.scan.ScanStatus.LOST;
import static org.shopscore.logistics.scan.ScanStatus.OUT_FOR_DELIVERY;
import static org.shopscore.logistics.scan.ScanStatus.PICKED_UP;
import static org.shopscore.logistics.scan.ScanStatus.READY_FOR_PICKUP;
import static org.shopscore.logistics.scan.ScanStatus.RETURNED;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.shipment.Warehouse.Told;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ShipmentResourceTest {

    /** The sweep finds those of a day long past whenever it comes by. */
    private static final String WITHOUT_PASSED_DUE_TIMES = "steps.findAll { it.what != 'DUE_PASSED' }";

    private final Warehouse warehouse = Warehouse.anew();

    @Test
    void aShipmentIsDeclaredOnceAndFollowsItsScans() {
        warehouse.paid("o-1");
        warehouse
                .declare("p-1", "o-1")
                .statusCode(201)
                .body("state", equalTo("ANNOUNCED"))
                .header("ETag", "\"1\"");
        warehouse.declare("p-1", "o-1").statusCode(200).body("version", equalTo(1));
        warehouse
                .scan("p-1", new Told(PICKED_UP, 20))
                .statusCode(200)
                .body("scans.status", equalTo(List.of("PICKED_UP")));
        warehouse
                .shipment("p-1")
                .statusCode(200)
                .body("state", equalTo("PICKED_UP"))
                .body("pickedUpAt", equalTo(warehouse.hours(20).toString()));
        warehouse.order("o-1").body("state", equalTo("PICKED_UP")).body("parcels", equalTo(1));
        warehouse.scan("p-1", new Told(DELIVERED, 60), new Told(OUT_FOR_DELIVERY, 50));
        warehouse.shipment("p-1").body("state", equalTo("SIGNED"));
        warehouse
                .order("o-1")
                .body("state", equalTo("SIGNED"))
                .body("signedAt", equalTo(warehouse.hours(60).toString()));
        warehouse
                .get("/shipments/p-1/history")
                .body("steps.what", equalTo(List.of("DECLARED", "SCANNED", "SCANNED")))
                .body("steps.to", equalTo(List.of("ANNOUNCED", "PICKED_UP", "SIGNED")))
                .body("steps[0].from", nullValue());
        warehouse
                .get("/orders/o-1/history")
                .body(
                        WITHOUT_PASSED_DUE_TIMES + ".what",
                        equalTo(List.of("PAID", "PARCELS_MOVED", "PARCELS_MOVED", "PARCELS_MOVED")))
                .body(WITHOUT_PASSED_DUE_TIMES + ".to", equalTo(List.of("PAID", "PAID", "PICKED_UP", "SIGNED")));
    }

    @Test
    void aScanThatMovesNothingLeavesNoStepBehind() {
        warehouse.paid("o-1");
        warehouse.declare("p-1", "o-1");
        warehouse.scan("p-1", new Told(PICKED_UP, 20), new Told(IN_TRANSIT, 21));
        warehouse.shipment("p-1").body("version", equalTo(2));
        warehouse.scan("p-1", new Told(IN_TRANSIT, 22), new Told(PICKED_UP, 20));
        warehouse
                .shipment("p-1")
                .body("version", equalTo(2))
                .body("lastScanAt", equalTo(warehouse.hours(22).toString()));
    }

    @Test
    void anOrderSplitOverTwoParcelsIsPickedUpAndSignedWithTheLast() {
        warehouse.paid("o-1");
        warehouse.declare("p-1", "o-1");
        warehouse.declare("p-2", "o-1");
        warehouse.scan("p-1", new Told(PICKED_UP, 20), new Told(DELIVERED, 60));
        warehouse.order("o-1").body("state", equalTo("PAID")).body("parcels", equalTo(2));
        warehouse.scan("p-2", new Told(PICKED_UP, 30));
        warehouse
                .order("o-1")
                .body("state", equalTo("PICKED_UP"))
                .body("pickedUpAt", equalTo(warehouse.hours(30).toString()));
        warehouse.scan("p-2", new Told(DELIVERED, 70));
        warehouse.order("o-1").body("signedAt", equalTo(warehouse.hours(70).toString()));
    }

    @Test
    void aFurtherParcelThatBecomesKnownLateTakesTheSignatureBack() {
        warehouse.paid("o-1");
        warehouse.declare("p-1", "o-1");
        warehouse.scan("p-1", new Told(PICKED_UP, 20), new Told(DELIVERED, 60));
        warehouse.order("o-1").body("state", equalTo("SIGNED"));
        warehouse.declare("p-2", "o-1");
        warehouse.order("o-1").body("state", equalTo("PAID")).body("signedAt", nullValue());
    }

    @Test
    void aCombinedParcelMovesAllItsOrders() {
        warehouse.paid("o-1");
        warehouse.paid("o-2");
        warehouse.declare("p-1", "o-2", "o-1").body("orderIds", equalTo(List.of("o-1", "o-2")));
        warehouse.scan("p-1", new Told(PICKED_UP, 20));
        warehouse.order("o-1").body("state", equalTo("PICKED_UP"));
        warehouse.order("o-2").body("state", equalTo("PICKED_UP"));
    }

    @Test
    void aLostParcelIsMadeGoodByTheOneSentInItsStead() {
        warehouse.paid("o-1");
        warehouse.declare("p-1", "o-1");
        warehouse.scan("p-1", new Told(PICKED_UP, 20), new Told(LOST, 50));
        warehouse
                .order("o-1")
                .body("state", equalTo("LOST"))
                .body("lostAt", equalTo(warehouse.hours(50).toString()));
        warehouse.replace("p-1", "p-2", "o-1").statusCode(201);
        warehouse.order("o-1").body("state", equalTo("PICKED_UP")).body("parcels", equalTo(1));
        warehouse.scan("p-2", new Told(PICKED_UP, 55), new Told(DELIVERED, 80));
        warehouse
                .order("o-1")
                .body("state", equalTo("SIGNED"))
                .body("pickedUpAt", equalTo(warehouse.hours(20).toString()))
                .body("signedAt", equalTo(warehouse.hours(80).toString()));
    }

    @Test
    void aDepositInALockerIsNoSignature() {
        warehouse.paid("o-1");
        warehouse.declare("p-1", "o-1");
        warehouse.scan("p-1", new Told(READY_FOR_PICKUP, 60));
        warehouse.shipment("p-1").body("state", equalTo("READY_FOR_PICKUP")).body("signedAt", nullValue());
        warehouse.order("o-1").body("state", equalTo("PICKED_UP"));
    }

    @Test
    void aParcelThatGoesBackAfterItsSignatureKeepsTheSignature() {
        warehouse.paid("o-1");
        warehouse.declare("p-1", "o-1");
        warehouse.scan("p-1", new Told(DELIVERED, 60), new Told(RETURNED, 90));
        warehouse
                .shipment("p-1")
                .body("state", equalTo("RETURNED"))
                .body("signedAt", equalTo(warehouse.hours(60).toString()));
        warehouse.order("o-1").body("state", equalTo("SIGNED"));
    }

    @Test
    void aRefusedParcelMakesTheOrderReturned() {
        warehouse.paid("o-1");
        warehouse.declare("p-1", "o-1");
        warehouse.scan("p-1", new Told(OUT_FOR_DELIVERY, 60), new Told(RETURNED, 90));
        warehouse
                .order("o-1")
                .body("state", equalTo("RETURNED"))
                .body("returnedAt", equalTo(warehouse.hours(90).toString()));
    }

    @Test
    void aParcelTakenBackBeforeItLeftIsNotWaitedFor() {
        warehouse.paid("o-1");
        warehouse.declare("p-1", "o-1");
        warehouse.declare("p-2", "o-1");
        warehouse.scan("p-1", new Told(PICKED_UP, 20));
        warehouse
                .put("/shipments/p-2/cancellation", "{\"cancelledAt\":\"" + warehouse.hours(22) + "\"}")
                .statusCode(200)
                .body("state", equalTo("CANCELLED"));
        warehouse.order("o-1").body("state", equalTo("PICKED_UP")).body("parcels", equalTo(1));
        warehouse.scan("p-2", new Told(PICKED_UP, 21));
        warehouse.shipment("p-2").body("state", equalTo("PICKED_UP")).body("cancelledAt", nullValue());
        warehouse.order("o-1").body("parcels", equalTo(2));
    }

    @Test
    void aParcelThatTheCarrierHasCannotBeTakenBack() {
        warehouse.paid("o-1");
        warehouse.declare("p-1", "o-1");
        warehouse.scan("p-1", new Told(PICKED_UP, 20));
        warehouse
                .put("/shipments/p-1/cancellation", "{\"cancelledAt\":\"" + warehouse.hours(22) + "\"}")
                .statusCode(409)
                .body("code", equalTo("shipment-handed-over"))
                .body("state", equalTo("PICKED_UP"));
    }

    @Test
    void aWrongWaybillIsEditedAndTheScansOfTheRightOneCount() {
        warehouse.paid("o-1");
        warehouse.paid("o-2");
        warehouse.declare("p-1", "o-1");
        warehouse.declare("p-2", "o-2");
        warehouse.scan("p-1", new Told(PICKED_UP, 20), new Told(DELIVERED, 60));
        String other = warehouse.body(warehouse.waybill("p-1"), "", "o-2");
        warehouse.edit("/shipments/p-2", 7, other).statusCode(412).body("code", equalTo("version-differs"));
        warehouse
                .edit("/shipments/p-2", 1, other)
                .statusCode(200)
                .body("state", equalTo("SIGNED"))
                .header("ETag", "\"2\"");
        warehouse.order("o-2").body("state", equalTo("SIGNED"));
        warehouse
                .edit("/shipments/p-1", 2, warehouse.body(warehouse.waybill("p-2"), "", "o-1"))
                .statusCode(200);
        warehouse.order("o-1").body("state", equalTo("PAID")).body("signedAt", nullValue());
    }

    @Test
    void goodsMovedToAnotherOrdersParcelMoveBothOrders() {
        warehouse.paid("o-1");
        warehouse.paid("o-2");
        warehouse.declare("p-1", "o-1");
        warehouse.scan("p-1", new Told(PICKED_UP, 20));
        warehouse
                .edit("/shipments/p-1", 2, warehouse.body(warehouse.waybill("p-1"), "", "o-2"))
                .statusCode(200);
        warehouse.order("o-1").body("state", equalTo("PAID")).body("parcels", equalTo(0));
        warehouse.order("o-2").body("state", equalTo("PICKED_UP")).body("parcels", equalTo(1));
    }

    @Test
    void whatAShipmentNamesMustBeThere() {
        warehouse
                .declare("p-1", "o-9")
                .statusCode(404)
                .body("code", equalTo("unknown-order"))
                .body("errors[0].given", equalTo("o-9"));
        warehouse.paid("o-1");
        warehouse.paid("o-2");
        warehouse.replace("p-0", "p-1", "o-1").statusCode(404).body("code", equalTo("unknown-shipment"));
        warehouse.declare("p-1", "o-1").statusCode(201);
        warehouse
                .replace("p-1", "p-2", "o-1", "o-2")
                .statusCode(409)
                .body("code", equalTo("replaces-other-orders"))
                .body("errors[0].given", equalTo("o-2"));
        warehouse
                .declare("p-1", "o-2")
                .statusCode(409)
                .body("code", equalTo("shipment-differs"))
                .body("errors.field", equalTo(List.of("orderIds")));
        warehouse.shipment("p-2").statusCode(404).body("code", equalTo("unknown-shipment"));
        warehouse.scan("p-2", new Told(PICKED_UP, 1)).statusCode(404);
    }

    @Test
    void aBadShipmentIsRefusedWithEachFieldAndWhatWasGiven() {
        warehouse
                .put("/shipments/p-1", """
                {"carrier":"圆通","waybill":"?","orderIds":[],"from":"山东"}""")
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("errors.field", hasItems("carrier", "waybill", "orderIds", "from"))
                .body("errors.given", hasItems("圆通", "?", "山东"));
        warehouse
                .put("/shipments/p-1/scans", "{\"scans\":[{\"at\":\"2999-01-01T00:00:00Z\",\"status\":\"送达\"}]}")
                .statusCode(400)
                .body("code", equalTo("unknown-value"));
    }

    @Test
    void whatPeopleWroteIntoAScanIsMaskedBeforeItIsStored() {
        warehouse.paid("o-1");
        warehouse.declare("p-1", "o-1");
        warehouse
                .put("/shipments/p-1/scans", """
                {"scans":[{"at":"%s","status":"OUT_FOR_DELIVERY","code":"5","text":"快递员张三正在派件，电话13812345678","region":"CN-370112"}]}""".formatted(warehouse.hours(30)))
                .statusCode(200)
                .body("scans[0].text", not(containsString("张三")))
                .body("scans[0].text", not(containsString("138")))
                .body("scans[0].text", containsString("快递员"))
                .body("scans[0].code", equalTo("5"))
                .body("scans[0].region", equalTo("CN-370112"));
    }

    @Test
    void theOpenApiDocumentTellsHowAShipmentMayBeRefused() {
        String at = "paths.'/v1/shops/{shopId}/shipments/{shipmentId}";
        RestAssured.given()
                .get("/q/openapi?format=json")
                .then()
                .body(at + "'.put.responses.keySet()", hasItems("200", "201", "404", "409", "412"))
                .body(at + "'.put.responses.'409'.description", containsString("replaces-other-orders"))
                .body(at + "/scans'.put.responses.keySet()", hasItems("200", "404"))
                .body(at + "/cancellation'.put.responses.keySet()", hasItems("200", "404", "409"))
                .body(at + "/history'.get.responses.keySet()", hasItems("200", "404"));
    }
}
