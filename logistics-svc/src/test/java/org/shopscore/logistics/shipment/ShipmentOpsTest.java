package org.shopscore.logistics.shipment;

import static org.shopscore.logistics.scan.ScanStatus.EXCEPTION;
import static org.shopscore.logistics.scan.ScanStatus.UNKNOWN;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import org.shopscore.logistics.shipment.Warehouse.Told;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.Measures;
import org.shopscore.platform.PlatformResource;
import org.shopscore.platform.emitter.EmitterOps;

/** Recount and reconcile walk the shipments as they walk the orders. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ShipmentOpsTest extends EmitterOps {

    private static final String API = "/v1/shops/{shopId}/shipments/{shipmentId}";

    @Inject
    Pool pool;

    ShipmentOpsTest() {
        super("http_server_requests", API, API + "/scans", API + "/cancellation", API + "/history", "/v1/shipments");
    }

    /** Of a gift that is not yet due, by scans that prove no pickup: the order adds nothing. */
    @Override
    protected Contribution tell(String shopId) {
        var warehouse = new Warehouse(shopId, Warehouse.anew().now());
        warehouse
                .put("/orders/o-1", """
                        {"paidAt":"%s","pickupDueAt":"%s","deliveryPromisedAt":"%s","flags":["GIFT"]}""".formatted(warehouse.paidAt(), warehouse.hours(144), warehouse.hours(144)))
                .statusCode(201);
        warehouse
                .put("/shipments/p-1", warehouse.body("W" + shopId.substring(2, 25), "", "o-1"))
                .statusCode(201);
        warehouse.scan("p-1", new Told(EXCEPTION, 10), new Told(UNKNOWN, 12)).statusCode(200);
        var day = BusinessDay.start(BusinessDay.of(warehouse.hours(12)));
        return Contribution.none().plus(day, Measures.TRACKING_GAPS, 1).plus(day, Measures.TRACKING_GAP_SECONDS, 7200);
    }

    @Override
    protected void keep(String shopId, Contribution sent) {
        pool.preparedQuery("update shipment set contribution = $2 where shop_id = $1")
                .execute(Tuple.of(shopId, EventJson.write(sent)))
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
