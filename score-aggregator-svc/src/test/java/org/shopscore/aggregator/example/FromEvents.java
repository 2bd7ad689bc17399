package org.shopscore.aggregator.example;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.shopscore.aggregator.ingest.Facts;
import org.shopscore.aggregator.official.DayRuns;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.Measures;
import org.shopscore.platform.Await;

/** A shop in a category of its own, of which facts are told in the log. Each test has the newest official day so far. */
abstract class FromEvents {

    /** As many as a category needs for an average of its own. */
    static final int PEERS = 20;

    @Inject
    DayRuns runs;

    final Facts facts = new Facts();
    final String shop = Shops.fresh();
    final String category = "c-" + shop;
    LocalDate day;

    @BeforeEach
    void takeADay() {
        runs.provenComplete();
        day = runs.afterAllOthers().plusDays(7);
        given().contentType(ContentType.JSON)
                .body(Map.of("name", "茶"))
                .put("/v1/categories/{id}", category)
                .then()
                .statusCode(201);
        register(shop);
    }

    @AfterEach
    void close() {
        facts.close();
    }

    void register(String id) {
        register(id, Map.of("category", category)).statusCode(201);
    }

    static ValidatableResponse register(String id, Map<String, Object> body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put("/v1/shops/{id}", id)
                .then();
    }

    /** The shop of EX-8. */
    static Map<String, Long> example() {
        var counted = new HashMap<String, Long>();
        Measures.names().forEach(name -> counted.put(name, Window.example().sum(name)));
        counted.values().removeIf(amount -> amount == 0);
        return counted;
    }

    static Map<String, Long> exampleBut(Map<String, Long> amounts) {
        var counted = example();
        counted.putAll(amounts);
        return counted;
    }

    void awaitCounted(LocalDate on, Map<String, Long> amounts) {
        amounts.forEach((measure, amount) -> awaitCounted(shop, on, measure, amount));
    }

    void awaitCounted(String id, String measure, long amount) {
        awaitCounted(id, day, measure, amount);
    }

    private void awaitCounted(String id, LocalDate on, String measure, long amount) {
        facts.sent();
        assertThat(Await.within(DayRuns.PATIENCE, () -> counted(id, on, measure) == amount))
                .as("%s of %s is %d", measure, id, amount)
                .isTrue();
    }

    private static long counted(String id, LocalDate on, String measure) {
        List<Integer> found = given().queryParam("from", on.toString())
                .queryParam("to", on.toString())
                .get("/v1/shops/{id}/measures", id)
                .path("days.measures.'" + measure + "'");
        return found == null || found.isEmpty() || found.getFirst() == null ? 0 : found.getFirst();
    }

    static ValidatableResponse explanation(String id) {
        return given().get("/v1/shops/{id}/score/explanation", id).then().statusCode(200);
    }

    static String metric(String id, String figure) {
        return "official.metrics.find { it.id == '" + id + "' }." + figure;
    }

    ValidatableResponse scores() {
        return scores(day);
    }

    ValidatableResponse scores(LocalDate statDate) {
        return given().get("/v1/shops/{id}/scores/{day}", shop, statDate.toString())
                .then()
                .statusCode(200);
    }

    /** The official scores of the days, one a day. */
    ValidatableResponse scores(LocalDate from, LocalDate to) {
        return given().queryParam("from", from.toString())
                .queryParam("to", to.toString())
                .get("/v1/shops/{id}/scores", shop)
                .then()
                .statusCode(200);
    }

    ValidatableResponse reviews() {
        return given().queryParam("shopId", shop)
                .get("/v1/termination-reviews")
                .then()
                .statusCode(200);
    }
}
