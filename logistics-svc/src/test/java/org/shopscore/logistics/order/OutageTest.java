package org.shopscore.logistics.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shopscore.platform.PlatformResource;
import org.shopscore.platform.emitter.Announced;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class OutageTest {

    private final Feed feed = Feed.anew();

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void aCommandIsRefusedForNowWhileTheDatabaseIsAwayAndTakenWhenItIsBack() {
        feed.paid().statusCode(201);
        var postgres = PlatformResource.platform().postgres();
        postgres.stop();
        feed.pickedUp(feed.paidAt())
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("database-unavailable"));
        postgres.start();

        awaitReady();
        feed.pickedUp(feed.paidAt()).statusCode(200);
        var expected = OrderMeasures.of(Order.paid(Terms.plain(feed.paidAt(), feed.ahead(), feed.ahead(), Set.of()))
                .pickedUp(feed.paidAt()));
        Announced.await(feed.shopId(), expected);
    }

    private void awaitReady() {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        int status = 503;
        while (status != 200) {
            assertThat(Instant.now()).as("still not ready").isBefore(deadline);
            status = given().get(management.resolve("/q/health/ready"))
                    .then()
                    .extract()
                    .statusCode();
        }
    }
}
