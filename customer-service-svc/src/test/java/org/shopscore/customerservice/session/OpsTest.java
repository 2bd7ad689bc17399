package org.shopscore.customerservice.session;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.startsWith;
import static org.shopscore.customerservice.session.Message.Author.BUYER;
import static org.shopscore.customerservice.session.Message.Author.HUMAN;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.shopscore.customerservice.session.Session.StartsWith;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class OpsTest {

    private static final String API = "/v1/shops/{shopId}/sessions/{sessionId}";

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject
    Pool pool;

    private final Desk desk = Desk.anew();

    @Test
    void aRecountSendsWhatTheSessionsSayAndTheLogDoesNot() {
        desk.starts(StartsWith.HUMAN);
        desk.says("m-1", BUYER, 0);
        desk.says("m-2", HUMAN, 30);
        var right = Contribution.none()
                .plus(desk.at(0), "chat.turns", 1)
                .plus(desk.at(0), "chat.turns-within-3min", 1)
                .plus(desk.at(0), "chat.reply-seconds", 30);
        Announced.await(desk.shopId(), right);
        keep(EventJson.write(Contribution.none()));

        given().post(management.resolve("/ops/recount"))
                .then()
                .statusCode(200)
                .body("corrected", greaterThanOrEqualTo(1));

        Announced.await(desk.shopId(), right.plus(right));
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
                .body(containsString("turns_overdue_total"));
        given().get(management.resolve("/ops/outbox")).then().statusCode(200).body("$", hasKey("backlog"));
    }

    @Test
    void theDocumentOfTheApiNamesEveryAddress() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body("paths", hasKey(API))
                .body("paths", hasKey(API + "/handover"))
                .body("paths", hasKey(API + "/messages/{messageId}"));
    }

    private void keep(String contribution) {
        pool.query("update chat_session set contribution = '%s' where key = '%s/c-1'"
                        .formatted(contribution, desk.shopId()))
                .executeAndAwait();
    }
}
