package org.shopscore.aggregator.whatif;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.BusinessDay;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class WhatIfResourceTest {

    @Inject
    Shops shops;

    @Inject
    Clock clock;

    @Inject
    WhatIfs whatIfs;

    @Test
    void oneMoreComplaintInTimeIsWorthWhatTheWorkedExampleSays() {
        ask(example(), "{\"changes\": {\"complaint.on-time\": 1}}")
                .statusCode(200)
                .body("now.published", equalTo("4.59"))
                .body("now.base", equalTo("4.5874"))
                .body("then.published", equalTo("4.62"))
                .body("then.base", equalTo("4.6189"))
                .body("then.dimensions.service", equalTo("4.6939"));
    }

    @Test
    void theCheapestWaysToATargetCanBeAskedForAndGiveTheSameScore() {
        String shop = example();

        Map<String, Integer> changes = ask(shop, "{\"target\": \"4.60\"}")
                .statusCode(200)
                .body("target.isReached", equalTo(false))
                .body("target.ways[0].metric", equalTo("complaintOnTimeRate"))
                .body("target.ways[0].facts", equalTo(1))
                .body("target.ways.find { it.metric == 'productRating' && it.kind == 'MORE_GOOD' }.facts", equalTo(8))
                .body(
                        "target.ways.find { it.metric == 'productRating' && it.kind == 'MORE_GOOD' }.value",
                        equalTo("4.686275"))
                .extract()
                .path("target.ways.find { it.metric == 'productRating' && it.kind == 'MORE_GOOD' }.changes");

        given().contentType(ContentType.JSON)
                .body(Map.of("changes", changes))
                .post("/v1/shops/{id}/what-if", shop)
                .then()
                .body("then.base", equalTo("4.5958"))
                .body("then.published", equalTo("4.60"));
    }

    @Test
    void aQuestionLeavesTheScoreAsItWas() {
        String shop = example();
        ask(shop, "{\"changes\": {\"complaint.on-time\": 2}}").body("then.base", not(equalTo("4.5874")));

        given().get("/v1/shops/{id}/score", shop).then().body("provisional.base", equalTo("4.5874"));
    }

    @Test
    void attributionAndRollOffAnswerForTheSameShop() {
        String shop = example();

        given().get("/v1/shops/{id}/score/attribution", shop)
                .then()
                .statusCode(200)
                .body("now.base", equalTo("4.5874"))
                .body("facts", hasSize(33))
                .body("verdicts.find { it.deduction == 'BRUSHING' }.total", equalTo("-0.7500"))
                .body("bonuses", hasSize(3))
                .body("bonuses[0].bonus", equalTo("NEXT_DAY_SHARE"));
        given().get("/v1/shops/{id}/score/roll-off?days=29", shop)
                .then()
                .statusCode(200)
                .body("days", hasSize(29))
                .body("days[0].day", notNullValue())
                .body("days[28].quiet.base", equalTo("4.5874"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 400 | invalid-field | changes",
                "{\"target\": \"4.6\", \"changes\": {}} | 400 | invalid-field | changes",
                "{\"target\": \"5.01\"} | 400 | invalid-field | target",
                "{\"target\": \"四点六\"} | 400 | invalid-field | target",
                "{\"changes\": {\"complaint.on-tiem\": 1}} | 400 | invalid-field | changes",
                "{\"changes\": {\"complaint.on-time\": -19}} | 422 | less-than-nothing | changes.complaint.on-time",
                "{\"changes\": {\"complaint.on-time\": 1000000000001}} | 400 | invalid-field | changes.complaint.on-time",
                "{\"changes\": {\"complaint.on-time\": -9223372036854775808}} | 400 | invalid-field | changes.complaint.on-time"
            })
    void aQuestionThatCannotBeMeantIsRefusedWithItsField(String body, int status, String code, String field) {
        ask(example(), body).statusCode(status).body("code", equalTo(code)).body("errors[0].field", equalTo(field));
    }

    /** The most that ingest lets a window's sum come to. */
    @Test
    void aSumThatWouldLeaveItsBoundsIsRefusedAndAsksNothingOfTheOthers() {
        String shop = Shops.fresh();
        shops.count(
                shop,
                BusinessDay.of(clock.instant()),
                Map.of("chat.turns", Amounts.MOST, "chat.turns-within-3min", Amounts.MOST / 2, "order.paid", 100L));

        ask(shop, "{\"changes\": {\"chat.turns\": 1}}")
                .statusCode(422)
                .body("code", equalTo("sum-out-of-bounds"))
                .body("errors[0].field", equalTo("changes.chat.turns"));
        ask(shop, "{\"changes\": {\"chat.turns\": -1}}").statusCode(200);
        ask(shop, "{\"target\": \"4.90\"}").statusCode(200);
        given().get("/v1/shops/{id}/score/attribution", shop).then().statusCode(200);
        given().get("/v1/shops/{id}/score/roll-off", shop).then().statusCode(200);
    }

    /** Thousands of scores may go into one answer: the loop that reads and writes for all shops must not wait for them. */
    @Test
    void answersAreComputedOnAThreadThatMayTakeItsTime() {
        String shop = example();

        assertThat(List.<Uni<?>>of(
                        whatIfs.changed(shop, Map.of("complaint.on-time", 1L)),
                        whatIfs.reaching(shop, new BigDecimal("4.60")),
                        whatIfs.attribution(shop),
                        whatIfs.rollOff(shop, 7)))
                .allSatisfy(answer -> assertThat(answer.map(_ -> Context.isOnEventLoopThread())
                                .await()
                                .atMost(Shops.SOON))
                        .isFalse());
    }

    @Test
    void aShopThatNobodyCountedAnythingForIsUnknown() {
        ask(Shops.fresh(), "{\"target\": \"4.60\"}").statusCode(404).body("code", equalTo("unknown-shop"));
        given().get("/v1/shops/{id}/score/roll-off?days=30", example())
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("days"));
    }

    private static ValidatableResponse ask(String shop, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/shops/{id}/what-if", shop)
                .then();
    }

    /** The shop of EX-8, all of it counted today. */
    private String example() {
        String shop = Shops.fresh();
        LocalDate today = BusinessDay.of(clock.instant());
        var counted = new HashMap<>(Window.example().asSums().amounts());
        counted.values().removeIf(amount -> amount == 0);
        shops.count(shop, today, counted);
        return shop;
    }
}
