package org.shopscore.aggregator.explanation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Measures;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ExplanationResourceTest {

    @Inject
    Shops shops;

    @Inject
    Clock clock;

    @Test
    void theFullScoreIsExplainedToTheDigit() {
        String shop = example();
        LocalDate today = BusinessDay.of(clock.instant());

        given().get("/v1/shops/{id}/score/explanation", shop)
                .then()
                .statusCode(200)
                .body("provisional.stage", equalTo("FORMAL"))
                .body("provisional.published", equalTo("4.59"))
                .body("provisional.base", equalTo("4.5874"))
                .body("provisional.deductions", equalTo("0.0000"))
                .body("provisional.dimensions.goods", equalTo("4.5397"))
                .body("provisional.metrics", hasSize(11))
                .body("provisional.metrics[0].n", equalTo(400))
                .body("provisional.metrics[0].raw", equalTo("4.680000"))
                .body("provisional.metrics[0].weight", equalTo("0.60"))
                .body("provisional.metrics[0].weightInTotal", equalTo("0.2700"))
                .body("provisional.metrics[0].contribution", equalTo("1.20114900"))
                .body("provisional.metrics[0].gap", equalTo("0.14885100"))
                .body("provisional.metrics[0].weekAgo.raw", nullValue())
                .body("provisional.metrics[0]", not(hasKey("evidence")))
                .body(
                        "provisional.metrics[3].evidence.'delivery.due'",
                        endsWith("/v1/shops/" + shop + "/evidence?measure=delivery.due&from=" + today.minusDays(29)
                                + "&to=" + today))
                .body("provisional.gaps.sum", equalTo("0.41261175"))
                .body("provisional.gaps.roundingResidual", equalTo("0.00001175"))
                .body("provisional.gaps.toFull", equalTo("0.4126"))
                .body("sentences.zh", hasItem("近30天体验分 4.59，等级“良好”。"))
                .body("$", not(hasKey("waterfall")));
    }

    @Test
    void theSameWeekdayOfLastWeekIsCompared() {
        String shop = Shops.fresh();
        LocalDate today = BusinessDay.of(clock.instant());
        shops.count(shop, today.minusDays(8), Map.of("case.ratings", 100L, "case.ratings-satisfied", 85L));
        shops.count(shop, today, Map.of("case.ratings", 100L, "case.ratings-satisfied", 95L));

        given().get("/v1/shops/{id}/score/explanation", shop)
                .then()
                .body("provisional.metrics.find { it.id == 'afterSalesSatisfaction' }.raw", equalTo("90.000000"))
                .body(
                        "provisional.metrics.find { it.id == 'afterSalesSatisfaction' }.weekAgo.raw",
                        equalTo("85.000000"))
                .body(
                        "provisional.metrics.find { it.id == 'afterSalesSatisfaction' }.weekAgo.difference",
                        equalTo("5.000000"));
    }

    @Test
    void aWaterfallLeadsFromAnEarlierDayToNow() {
        String shop = example();
        LocalDate today = BusinessDay.of(clock.instant());
        shops.count(
                shop, today.minusDays(40), Map.of("order.paid", 50L, "complaint.due", 20L, "complaint.on-time", 10L));

        given().queryParam("from", today.minusDays(40).toString())
                .get("/v1/shops/{id}/score/explanation", shop)
                .then()
                .statusCode(200)
                .body("waterfall.from", equalTo(today.minusDays(40).toString()))
                .body("waterfall.toTotal", equalTo("4.5874"))
                .body("waterfall.steps.what", hasItem("complaintOnTimeRate"));
    }

    @Test
    void aDayThatIsNoneOrNotThereYetIsRefused() {
        String shop = example();
        LocalDate today = BusinessDay.of(clock.instant());

        given().queryParam("from", "昨天")
                .get("/v1/shops/{id}/score/explanation", shop)
                .then()
                .statusCode(400);
        given().queryParam("from", today.plusDays(1).toString())
                .get("/v1/shops/{id}/score/explanation", shop)
                .then()
                .statusCode(422)
                .body("code", equalTo("day-out-of-range"));
        given().get("/v1/shops/{id}/score/explanation", Shops.fresh()).then().statusCode(404);
    }

    /** The shop of EX-8, all of it counted today. */
    private String example() {
        String shop = Shops.fresh();
        var counted = new HashMap<String, Long>();
        Measures.names().forEach(name -> counted.put(name, Window.example().sum(name)));
        counted.values().removeIf(amount -> amount == 0);
        shops.count(shop, BusinessDay.of(clock.instant()), counted);
        return shop;
    }
}
