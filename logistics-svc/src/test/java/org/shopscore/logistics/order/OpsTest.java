package org.shopscore.logistics.order;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.Measures;
import org.shopscore.platform.PlatformResource;
import org.shopscore.platform.emitter.EmitterOps;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class OpsTest extends EmitterOps {

    private static final String API = "/v1/shops/{shopId}/orders/{orderId}";

    OpsTest() {
        super(
                "outbox_backlog",
                API,
                API + "/pickup",
                API + "/signature",
                API + "/cancellation",
                API + "/refund",
                API + "/history");
    }

    @Override
    protected Contribution tell(String shopId) {
        var feed = Feed.of(shopId);
        feed.paid().statusCode(201);
        return Contribution.none().plus(feed.paidAt(), Measures.ORDER_PAID, 1);
    }

    @Override
    protected void keep(String shopId, Contribution sent) throws Exception {
        Stored.change("update orders set contribution = '" + EventJson.write(sent) + "' where shop_id = ?", shopId);
    }
}
