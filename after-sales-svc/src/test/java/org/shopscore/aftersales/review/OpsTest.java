package org.shopscore.aftersales.review;

import static io.restassured.RestAssured.given;
import static org.shopscore.metric.Measures.REVIEW_ORDERS_RATED;
import static org.shopscore.metric.Measures.REVIEW_STARS;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.OrderFacts;
import org.shopscore.platform.PlatformResource;
import org.shopscore.platform.emitter.EmitterOps;

@QuarkusTest
@QuarkusTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "durability", value = "DURABLE"))
class OpsTest extends EmitterOps {

    private static final String API = "/v1/shops/{shopId}/orders/{orderId}/reviews";

    @Inject
    Pool pool;

    OpsTest() {
        super("order_facts_poison_total", API, API + "/{reviewId}", API + "/{reviewId}/removal");
    }

    @Override
    protected Contribution tell(String shopId) {
        var signed = Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MICROS);
        OrderFeed.tell(new OrderFacts(shopId, "o-1", signed, true, Optional.of(signed), 1));
        given().contentType("application/json")
                .body("{\"stars\":3,\"ratedAt\":\"%s\"}".formatted(signed))
                .put("/v1/shops/" + shopId + "/orders/o-1/reviews/r-1")
                .then()
                .statusCode(201);
        return Contribution.none().plus(signed, REVIEW_ORDERS_RATED, 1).plus(signed, REVIEW_STARS, 3);
    }

    @Override
    protected void keep(String shopId, Contribution sent) {
        pool.query("update order_reviews set contribution = '%s' where key = '%s/o-1'"
                        .formatted(EventJson.write(sent), shopId))
                .executeAndAwait();
    }
}
