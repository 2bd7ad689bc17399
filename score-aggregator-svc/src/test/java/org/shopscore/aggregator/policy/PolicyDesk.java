package org.shopscore.aggregator.policy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.platform.Await;

/** What an operator does with policies, through HTTP. */
public final class PolicyDesk {

    public static final String FIRST = "exp-score-5/2026.1.0";
    public static final Duration PATIENCE = Duration.ofMinutes(2);
    public static final Map<String, String> WHY = Map.of("actor", "operator-17", "reason", "新政策：服务体验加权");

    /** A document that is the shipped one but for what is replaced, under a version of its own. */
    public static String document(String version, Map<String, String> replaced) {
        String text = Shipped.document().replace("2026.1.0", version);
        for (var one : replaced.entrySet()) {
            assertThat(text).contains(one.getKey());
            text = text.replace(one.getKey(), one.getValue());
        }
        return text;
    }

    public static String freshVersion() {
        return "2026." + UUID.randomUUID().toString().substring(0, 8);
    }

    public static ValidatableResponse put(String version, String document) {
        return given().contentType(ContentType.JSON)
                .body(document.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .put("/v1/policies/exp-score-5/versions/{version}", version)
                .then();
    }

    public static ValidatableResponse dryRun(String id, String policy, LocalDate statDate) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("policy", policy, "statDate", statDate.toString()))
                .put("/v1/policy-dry-runs/{id}", id)
                .then();
    }

    public static void awaitDryRun(String id) {
        assertThat(Await.within(
                        PATIENCE,
                        () -> given().get("/v1/policy-dry-runs/{id}", id)
                                .path("state")
                                .equals("FINISHED")))
                .isTrue();
    }

    public static ValidatableResponse plan(String switchId, String policy, LocalDate effectiveFrom) {
        var body = new HashMap<String, Object>(
                Map.of("policy", policy, "effectiveFrom", effectiveFrom.toString(), "why", WHY));
        return given().contentType(ContentType.JSON)
                .body(body)
                .put("/v1/policy-switches/{id}", switchId)
                .then();
    }

    public static String state(String policy) {
        return given().get("/v1/policies/" + policy.replace("/", "/versions/")).path("state");
    }

    public static void awaitState(String policy, String state) {
        assertThat(Await.within(PATIENCE, () -> state(policy).equals(state))).isTrue();
    }

    /** Every lane's feeds are proven complete, so that days long ago can be run. */
    public static void proveFeeds(Pool pool) {
        sql(pool, """
            insert into sequence_position (partition, source, incarnation, last, last_id, complete_until)
            select p, s, 'test', 1, '', now() from generate_series(0, 31) p,
                unnest(array['/customer-service-svc', '/after-sales-svc', '/logistics-svc']) s on conflict do nothing
            """, Tuple.tuple());
    }

    public static void run(LocalDate statDate) {
        given().put("/v1/official-runs/{day}", statDate.toString()).then().statusCode(202);
        assertThat(Await.within(
                        PATIENCE,
                        () -> given().get("/v1/official-runs/{day}", statDate.toString())
                                .path("state")
                                .equals("PUBLISHED")))
                .isTrue();
    }

    public static void sql(Pool pool, String statement, Tuple values) {
        pool.preparedQuery(statement).execute(values).await().atMost(Duration.ofSeconds(30));
    }

    private PolicyDesk() {}
}
