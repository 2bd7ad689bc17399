package org.shopscore.platform.emitter;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.MetricEvent;

/** What operators find on every emitter, tried on the service whose Quarkus test extends this. */
public abstract class EmitterOps {

    private final String metric;
    private final List<String> addresses;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    /**
     * @param metric    one of the service's own, as Prometheus names it
     * @param addresses of its API, as its OpenAPI document names them
     */
    protected EmitterOps(String metric, String... addresses) {
        this.metric = metric;
        this.addresses = List.of(addresses);
    }

    /** Tells the service one fact of the shop, and says what it contributes. */
    protected abstract Contribution tell(String shopId) throws Exception;

    /** Makes the shop's row say that this was sent for it. */
    protected abstract void keep(String shopId, Contribution sent) throws Exception;

    @Test
    protected void whatWasSentByAnEarlierRuleIsCorrectedByTheDifferenceAndOnce() throws Exception {
        var shop = "s-" + UUID.randomUUID();
        var right = tell(shop);
        Announced.await(shop, right);
        keep(shop, right.plus(right).plus(right));

        recount().body("corrected", equalTo(1)).body("facts", greaterThanOrEqualTo(1));

        // The log had it once from the start, and is corrected by twice as much.
        var events = Announced.await(shop, Contribution.none().minus(right));
        assertThat(events.getLast().reason(), equalTo(Optional.of("recount")));
        assertThat(events.stream().map(MetricEvent::ref).distinct().toList(), hasSize(1));
        recount().body("corrected", equalTo(0));
    }

    @Test
    protected void healthMetricsAndTheOutboxStandOnTheManagementPort() {
        given().get(management.resolve("/q/health/ready"))
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"));
        given().get(management.resolve("/q/metrics")).then().statusCode(200).body(containsString(metric));
        given().get(management.resolve("/ops/outbox")).then().statusCode(200).body("$", hasKey("backlog"));
    }

    @Test
    protected void theDocumentOfTheApiNamesEveryAddress() {
        var document =
                given().get("/q/openapi?format=json").then().statusCode(200).body("openapi", startsWith("3.1"));
        addresses.forEach(address -> document.body("paths", hasKey(address)));
    }

    private ValidatableResponse recount() {
        return given().post(management.resolve("/ops/recount")).then().statusCode(200);
    }
}
