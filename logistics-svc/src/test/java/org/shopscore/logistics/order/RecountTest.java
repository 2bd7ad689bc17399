package org.shopscore.logistics.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.Measures;
import org.shopscore.metric.MetricEvent;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class RecountTest {

    private final Feed feed = Feed.anew();

    @TestHTTPResource(value = "/", management = true)
    URI management;

    /** As if an earlier release had counted every payment three times. */
    @Test
    void whatWasSentByAnEarlierRuleIsCorrectedByTheDifference() throws Exception {
        feed.paid();
        var earlier = Contribution.none().plus(feed.paidAt(), Measures.ORDER_PAID, 3);
        Stored.change(
                "update orders set contribution = '" + EventJson.write(earlier) + "' where shop_id = ?", feed.shopId());
        given().post(management.resolve("/ops/recount"))
                .then()
                .statusCode(200)
                .body("corrected", equalTo(1))
                .body("facts", greaterThanOrEqualTo(1));

        // The log had one from the start, and is corrected by two less.
        var expected = Contribution.none().plus(feed.paidAt(), Measures.ORDER_PAID, -1);
        var events = Announced.events(feed.shopId(), expected);
        assertThat(Announced.sum(events)).isEqualTo(expected);
        assertThat(events).hasSize(2).extracting(MetricEvent::ref).containsOnly("order/order-1");
        given().post(management.resolve("/ops/recount")).then().body("corrected", equalTo(0));
    }

    @Test
    void healthAndMetricsStandOnTheManagementPort() {
        given().get(management.resolve("/q/health/ready"))
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"));
        String metrics =
                given().get(management.resolve("/q/metrics")).then().extract().asString();
        assertThat(metrics).contains("http_server_requests");
    }
}
