package org.shopscore.aftersales.review;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.startsWith;
import static org.shopscore.metric.Measures.REVIEW_ORDERS_RATED;
import static org.shopscore.metric.Measures.REVIEW_STARS;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.OrderFacts;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "durability", value = "DURABLE"))
class OpsTest {

    private static final String API = "/v1/shops/{shopId}/orders/{orderId}/reviews";

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject
    Pool pool;

    private final String shop = "s-" + UUID.randomUUID();

    @Test
    void aRecountSendsWhatTheOrdersSayAndTheLogDoesNot() {
        var signed = Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MICROS);
        Announced.facts(new OrderFacts(shop, "o-1", signed, true, Optional.of(signed), 1));
        given().contentType("application/json")
                .body("{\"stars\":3,\"ratedAt\":\"%s\"}".formatted(signed))
                .put("/v1/shops/" + shop + "/orders/o-1/reviews/r-1")
                .then()
                .statusCode(201);
        var right = Contribution.none().plus(signed, REVIEW_ORDERS_RATED, 1).plus(signed, REVIEW_STARS, 3);
        Announced.await(shop, right);
        keep(EventJson.write(Contribution.none()));

        given().post(management.resolve("/ops/recount"))
                .then()
                .statusCode(200)
                .body("corrected", greaterThanOrEqualTo(1));

        Announced.await(shop, right.plus(right));
        given().post(management.resolve("/ops/recount")).then().body("corrected", equalTo(0));
    }

    @Test
    void healthMetricsAndTheOutboxStandOnTheManagementPort() {
        given().get(management.resolve("/q/health/ready"))
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"));
        given().get(management.resolve("/q/metrics"))
                .then()
                .statusCode(200)
                .body(containsString("order_facts_poison_total"));
        given().get(management.resolve("/ops/outbox")).then().statusCode(200).body("$", hasKey("backlog"));
    }

    @Test
    void theDocumentOfTheApiNamesEveryAddress() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body("paths", hasKey(API))
                .body("paths", hasKey(API + "/{reviewId}"))
                .body("paths", hasKey(API + "/{reviewId}/removal"));
    }

    private void keep(String contribution) {
        pool.query("update order_reviews set contribution = '%s' where key = '%s/o-1'".formatted(contribution, shop))
                .executeAndAwait();
    }
}
