package org.shopscore.logistics.bulk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ParcelImportTest {

    private static final String SHIPMENTS = "shipmentId,carrier,waybill,orderIds,replaces";
    private static final String SCANS = "carrier,waybill,at,status,code,text";

    private final Sender sender = Sender.anew();

    @BeforeEach
    void ordersExist() {
        var line = "%s,%s,%s,%s".formatted("%s", sender.daysAgo(9), sender.daysAgo(7), sender.daysAgo(5));
        sender.orders("orderId,paidAt,pickupDueAt,deliveryPromisedAt", line.formatted("o-1"), line.formatted("o-2"))
                .body("created", equalTo(2));
    }

    private String waybill(int n) {
        return "YT" + n
                + sender.shopId()
                        .toUpperCase(java.util.Locale.ROOT)
                        .replace("SHOP-", "")
                        .substring(0, 20);
    }

    private ValidatableResponse shipments(String... lines) {
        return sender.again()
                .put("kind=shipments&shopId=" + sender.shopId(), Sender.CSV, String.join("\n", lines) + "\n");
    }

    private Sender scans(String... lines) {
        var again = sender.again();
        again.put("kind=scans", Sender.CSV, String.join("\n", lines) + "\n");
        return again;
    }

    private ValidatableResponse shipment(String id) {
        return given().get("/v1/shops/" + sender.shopId() + "/shipments/" + id).then();
    }

    private String scan(int n, int daysAgo, String status) {
        return "yto,%s,%s,%s,GOT,已揽收".formatted(waybill(n), sender.daysAgo(daysAgo), status);
    }

    @Test
    void shipmentsComeInWithTheirOrdersAndMayReplaceOneAnotherInTheSameFile() {
        String[] file = {
            SHIPMENTS,
            "p-1,yto,%s,o-1 o-2,".formatted(waybill(1)),
            "p-2,yto,%s,o-1,p-1".formatted(waybill(2)),
            "p-3,yto,%s,o-1 o-9,".formatted(waybill(3)),
            "p-4,yto,%s,o-1,p-9".formatted(waybill(4)),
            "p-5,yto,%s,o-1 o-2,p-2".formatted(waybill(5)),
            "p-6,YTO,%s,o-1,".formatted(waybill(6))
        };
        shipments(file).statusCode(201).body("created", equalTo(2)).body("rejected", equalTo(4));
        shipment("p-2").body("replaces", equalTo("p-1")).body("orderIds", equalTo(List.of("o-1")));
        shipments(file).body("created", equalTo(0)).body("same", equalTo(2));
        shipments(SHIPMENTS, "p-1,yto,%s,o-1,".formatted(waybill(1))).body("rejected", equalTo(1));
    }

    @Test
    void scansComeInBeforeOrAfterTheirShipmentAndMoveItsOrder() {
        scans(SCANS, scan(1, 8, "PICKED_UP")).get("").body("created", equalTo(1));
        shipments(SHIPMENTS, "p-1,yto,%s,o-1,".formatted(waybill(1))).body("created", equalTo(1));
        shipment("p-1").body("state", equalTo("PICKED_UP"));
        scans(SCANS, scan(1, 6, "DELIVERED"), scan(1, 7, "IN_TRANSIT")).get("").body("created", equalTo(2));
        sender.order("o-1", "")
                .body("state", equalTo("SIGNED"))
                .body("pickedUpAt", equalTo(sender.daysAgo(8).toString()))
                .body("signedAt", equalTo(sender.daysAgo(6).toString()));
    }

    @Test
    void theSameScansAgainChangeNothingAlsoTwiceInOneFile() {
        String[] file = {SCANS, scan(1, 8, "PICKED_UP"), scan(1, 7, "IN_TRANSIT"), scan(1, 8, "PICKED_UP")};
        scans(file).get("").body("created", equalTo(2)).body("same", equalTo(1));
        scans(file).get("").body("created", equalTo(0)).body("same", equalTo(3));
    }

    @Test
    void aBadScanIsReportedWithItsFieldAndWithoutWhatMayBePersonal() {
        scans(
                        SCANS,
                        scan(1, 8, "已签收13800138000"),
                        scan(1, -3, "DELIVERED"),
                        "yto,%s,,PICKED_UP,,".formatted(waybill(1)))
                .get("/rejected")
                .body("rejected.code", contains("unknown-value", "time-in-future", "invalid-field"))
                .body("rejected.field", contains("status", "at", "at"))
                .body("rejected[0].given", not(containsString("138")));
    }

    @Test
    void aFileOfManyMoreWaybillsThanATransactionHoldsIsTakenWhole() {
        var lines = new java.util.ArrayList<>(List.of(SCANS));
        for (int n = 0; n < 650; n++) {
            lines.add(scan(n, 8, "PICKED_UP"));
        }
        scans(lines.toArray(String[]::new))
                .get("")
                .body("created", equalTo(650))
                .body("rejected", equalTo(0));
    }
}
