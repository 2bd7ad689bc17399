package org.shopscore.aggregator.example;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shopscore.aggregator.change.ChangesRead;
import org.shopscore.aggregator.official.DayRuns;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/** What is answered of one official day. */
record DayAnswers(LocalDate day) {

    static final String VERDICT = "MANIPULATION_VERDICT";

    /** Every revision. */
    ValidatableResponse scores(String shop) {
        return given().get("/v1/shops/{id}/scores/{day}", shop, day.toString())
                .then()
                .statusCode(200);
    }

    /** The revision is withheld by a verdict, and has no figure that anything could follow from. */
    ValidatableResponse withheld(String shop, int revision) {
        String score = "scores[" + revision + "].";
        return scores(shop)
                .body(score + "stage", equalTo("WITHHELD"))
                .body(score + "noScore", equalTo(VERDICT))
                .body(score + "published", equalTo(null))
                .body(score + "total", equalTo(null))
                .body(score + "level", equalTo(null))
                .body(score + "trafficWeight", equalTo(null));
    }

    ValidatableResponse explained(String shop) {
        return FromEvents.explanation(shop).body("official.statDate", equalTo(day.toString()));
    }

    /** What a backend is given, once the day that was published has reached the memory of lookups. */
    ValidatableResponse compact(String shop) {
        assertThat(Await.within(
                        DayRuns.PATIENCE,
                        () -> day.toString().equals(lookup(shop).extract().path("official.statDate"))))
                .as("lookups of %s answer for %s", shop, day)
                .isTrue();
        return lookup(shop);
    }

    private static ValidatableResponse lookup(String shop) {
        return given().queryParam("form", "compact")
                .get("/v1/shops/{id}/score", shop)
                .then()
                .statusCode(200);
    }

    /** The shops that had a case of the metric, and their average. */
    void compares(String category, String metric, int shops, String average) {
        given().queryParam("statDate", day.toString())
                .get("/v1/categories/{id}/benchmarks", category)
                .then()
                .statusCode(200)
                .body("benchmarks.find { it.subject == '" + metric + "' }.shops", equalTo(shops))
                .body("benchmarks.find { it.subject == '" + metric + "' }.average", equalTo(average));
    }

    void replays(String shop, int revision) {
        given().contentType(ContentType.JSON)
                .body(Map.of("shopId", shop, "statDate", day.toString(), "revision", revision))
                .post("/v1/replays")
                .then()
                .statusCode(200)
                .body("differences", hasSize(0))
                .body("equal", equalTo(true));
    }

    void awaitCounted(String shop, String measure, int amount) {
        assertThat(Await.within(
                        DayRuns.PATIENCE,
                        () -> List.of(amount)
                                .equals(given().queryParam("from", day.toString())
                                        .queryParam("to", day.toString())
                                        .get("/v1/shops/{id}/measures", shop)
                                        .path("days.measures.'" + measure + "'"))))
                .as("%s of %s is %d", measure, shop, amount)
                .isTrue();
    }

    void awaitTold(String shop, String stage, boolean isCorrected) {
        assertThat(Await.within(
                        DayRuns.PATIENCE,
                        () ->
                                ChangesRead.of(PlatformResource.platform().bootstrapServers(), shop, "score/official")
                                        .stream()
                                        .anyMatch(told -> told.get("statDate").equals(day.toString())
                                                && told.get("stage").equals(stage)
                                                && told.get("corrected").equals(isCorrected))))
                .as("%s is told of %s", stage, shop)
                .isTrue();
    }
}
