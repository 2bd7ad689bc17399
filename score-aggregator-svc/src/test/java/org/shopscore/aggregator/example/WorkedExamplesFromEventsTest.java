package org.shopscore.aggregator.example;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.official.DayRuns;
import org.shopscore.aggregator.policy.metric.Metric;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/** EX-5, EX-6 and EX-9: from events in the log to what the service answers, to the digit. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class WorkedExamplesFromEventsTest extends FromEvents {

    /** EX-5. */
    @Test
    void repliesWithinThreeMinutesArePaddedWithTheCategoryAverage() {
        String many = Shops.fresh();
        facts.tell(many, day, Map.of("chat.turns", 40L, "chat.turns-within-3min", 36L));
        for (int peer = 0; peer < PEERS; peer++) {
            String id = shop + "-" + peer;
            register(id);
            facts.tell(id, day, Map.of("order.paid", 30L, "chat.turns", 100L, "chat.turns-within-3min", 85L));
        }
        for (int turn = 0; turn < 17; turn++) {
            facts.tell(shop, day, turn(true, 30));
        }
        facts.tell(shop, day, turn(true, 180)).tell(shop, day, turn(false, 181)).tell(shop, day, turn(false, 600));
        facts.tell(shop, day, Map.of("chat.sessions", 3L, "chat.sessions-bot-resolved", 3L));
        awaitCounted(shop, "chat.sessions", 3);
        awaitCounted(shop, "chat.turns", 20);
        awaitCounted(many, "chat.turns", 40);
        awaitCounted(shop + "-" + (PEERS - 1), "order.paid", 30);
        DayRuns.run(day);

        explanation(shop)
                .body(reply("n"), equalTo(20))
                .body(reply("raw"), equalTo("90.000000"))
                .body(reply("used"), equalTo("88.333333"))
                .body(reply("padding"), equalTo("0.3333"))
                .body(reply("points"), equalTo("4.4167"))
                .body(reply("category.average"), equalTo("85.000000"))
                .body(reply("category.shops"), equalTo(PEERS))
                .body(reply("category.difference"), equalTo("5.000000"));
        explanation(many).body(reply("padding"), equalTo("0.0000")).body(reply("points"), equalTo("4.5000"));
        given().queryParam("statDate", day.toString())
                .get("/v1/shops/{id}/score", shop)
                .then()
                .statusCode(200)
                .body("provisional.diagnostics.find { it.id == 'meanReplySeconds' }.raw", equalTo("73.550000"));
    }

    private static Map<String, Long> turn(boolean isInTime, long seconds) {
        return Map.of("chat.turns", 1L, "chat.turns-within-3min", isInTime ? 1L : 0L, "chat.reply-seconds", seconds);
    }

    private static String reply(String figure) {
        return metric("threeMinuteReplyRate", figure);
    }

    /** EX-6. */
    @Test
    void afterSalesSatisfactionIsComparedWithLastWeekAndTheCategoryAndWithoutRatingsThereIsNoData() {
        String unrated = Shops.fresh();
        register(unrated);
        LocalDate before = day.minusDays(8);
        facts.tell(shop, before, Map.of("order.paid", 40L, "case.ratings", 100L, "case.ratings-satisfied", 85L))
                .tell(shop, day, Map.of("case.ratings", 100L, "case.ratings-satisfied", 95L))
                .tell(unrated, day, Map.of("order.paid", 40L));
        for (int peer = 0; peer < PEERS; peer++) {
            String id = shop + "-" + peer;
            register(id);
            // Together with the shop's 180 of 200 exactly 88 %.
            facts.tell(
                    id,
                    day,
                    Map.of("order.paid", 30L, "case.ratings", 50L, "case.ratings-satisfied", peer < 4 ? 43L : 44L));
        }
        facts.tell(
                shop,
                day,
                Map.of(
                        "survey.timeliness-points", 390L,
                        "survey.timeliness-answers", 100L,
                        "survey.attitude-points", 423L,
                        "survey.attitude-answers", 100L,
                        "survey.compensation-points", 367L,
                        "survey.compensation-answers", 100L));
        awaitCounted(shop, "survey.attitude-answers", 100);
        awaitCounted(shop, "case.ratings", 100);
        awaitCounted(unrated, "order.paid", 40);
        awaitCounted(shop + "-" + (PEERS - 1), "case.ratings", 50);
        awaitCounted(shop + "-" + (PEERS - 1), "order.paid", 30);
        DayRuns.run(day.minusDays(7));
        DayRuns.run(day);

        explanation(shop)
                .body(satisfaction("n"), equalTo(200))
                .body(satisfaction("raw"), equalTo("90.000000"))
                .body(satisfaction("points"), equalTo("4.6000"))
                .body(satisfaction("weekAgo.raw"), equalTo("85.000000"))
                .body(satisfaction("weekAgo.difference"), equalTo("5.000000"))
                .body(satisfaction("weekAgo.relative"), equalTo("5.88"))
                .body(satisfaction("category.average"), equalTo("88.000000"))
                .body(satisfaction("category.difference"), equalTo("2.000000"));
        explanation(unrated)
                .body(satisfaction("n"), equalTo(0))
                .body(satisfaction("noData"), equalTo(true))
                .body(satisfaction("raw"), nullValue())
                .body(satisfaction("used"), equalTo("88.000000"))
                .body(satisfaction("points"), equalTo("4.4800"))
                .body(satisfaction("category.percentile"), nullValue());
        given().queryParam("statDate", day.toString())
                .get("/v1/shops/{id}/score", shop)
                .then()
                .body("provisional.diagnostics.find { it.id == 'surveyTimeliness' }.raw", equalTo("3.900000"))
                .body("provisional.diagnostics.find { it.id == 'surveyAttitude' }.raw", equalTo("4.230000"))
                .body("provisional.diagnostics.find { it.id == 'surveyCompensation' }.raw", equalTo("3.670000"));
    }

    private static String satisfaction(String figure) {
        return metric("afterSalesSatisfaction", figure);
    }

    /** EX-9 (a) to (c). */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 0.1500, 4.4374, 4.44, GOOD, 0",
        "7, 0, 0.7500, 3.8374, 3.84, WATCH, 0",
        "7, 1, 1.5000, 3.0874, 3.09, TERMINATION_RISK, 1"
    })
    void verdictsCostTheirPointsUpToTheCapAndAVeryLowScoreOpensAReviewThatEndsNothing(
            long invoices,
            long brushing,
            String deductions,
            String total,
            String published,
            String level,
            int reviews) {
        facts.tell(shop, day, example());
        for (long verdict = 0; verdict < invoices; verdict++) {
            facts.tell(shop, day, Map.of("verdict.invoice-refused", 1L));
        }
        if (brushing > 0) {
            facts.tell(shop, day, Map.of("verdict.brushing", brushing));
        }
        awaitExample();
        awaitCounted(shop, "verdict.invoice-refused", invoices);
        awaitCounted(shop, "verdict.brushing", brushing);
        DayRuns.run(day);

        explanation(shop)
                .body("official.base", equalTo("4.5874"))
                .body("official.deductions", equalTo(deductions))
                .body("official.total", equalTo(total))
                .body("official.published", equalTo(published))
                .body("official.level", equalTo(level));
        reviews().body("cases", hasSize(reviews));
        if (reviews > 0) {
            reviews().body("cases[0].state", equalTo("OPEN")).body("cases[0]", not(hasKey("decision")));
        }
    }

    /** EX-9 (d) and (f). */
    @Test
    void anAppealThatIsUpheldCorrectsTheScoreBesideThePublishedOneAndLeavesTheReviewOpen() {
        tell(9175, 49, 1279, 1626, 5, 1336, 664, 1336, 1618, 1536, 36);
        facts.tell(shop, day, Map.of("verdict.invoice-refused", 1L), "violation/" + shop, Optional.empty());
        awaitCounted(shop, "verdict.invoice-refused", 1);
        awaitCounted(shop, "help.orders-asking", CASES);
        DayRuns.run(day);

        scores().body("scores.base", contains("3.3400")).body("scores.published", contains("3.19"));
        reviews().body("cases.state", contains("OPEN"));

        facts.tell(
                        shop,
                        day,
                        Map.of("verdict.invoice-refused", -1L),
                        "violation/" + shop,
                        Optional.of("appeal/" + shop))
                .sent();
        assertThat(Await.within(
                        DayRuns.PATIENCE,
                        () -> scores().extract().<List<?>>path("scores").size() == 2))
                .isTrue();
        scores().body("scores.published", contains("3.19", "3.34"))
                .body("scores[1].cause.facts[0].reason", equalTo("appeal/" + shop))
                .body("scores[1].cause.difference.'verdict.invoice-refused'", equalTo(-1));
        explanation(shop)
                .body("official.revision", equalTo(1))
                .body("official.published", equalTo("3.34"))
                .body("official.deductions", equalTo("0.0000"));
        reviews().body("cases.state", contains("OPEN"));
    }

    /** EX-9 (e). */
    @ParameterizedTest
    @CsvSource({
        "3.1950, 3.20, RESTRICTED, 0, 9175;49;1279;1635;6;1336;664;1336;1631;1524;33",
        "3.1949, 3.19, TERMINATION_RISK, 1, 9175;49;1279;1622;6;1336;664;1336;1626;1531;25"
    })
    void theLineIsDrawnAtThePublishedScore(
            String total, String published, String level, int reviews, String numerators) {
        tell(Arrays.stream(numerators.split(";")).mapToLong(Long::parseLong).toArray());
        facts.tell(shop, day, Map.of("verdict.invoice-refused", 1L));
        awaitCounted(shop, "verdict.invoice-refused", 1);
        awaitCounted(shop, "help.orders-asking", CASES);
        DayRuns.run(day);

        scores().body("scores.total", contains(total))
                .body("scores.published", contains(published))
                .body("scores.level", contains(level));
        reviews().body("cases", hasSize(reviews));
    }

    private static final long CASES = 2000;

    /** So much of 2,000 cases of each metric, in the policy's order. */
    private void tell(long... numerators) {
        var amounts = new HashMap<String, Long>();
        List<Metric> metrics = Shipped.POLICY.metrics();
        for (int i = 0; i < numerators.length; i++) {
            amounts.put(metrics.get(i).ratio().denominator(), CASES);
            amounts.put(metrics.get(i).ratio().numerator(), numerators[i]);
        }
        facts.tell(shop, day, amounts);
        for (Map.Entry<String, Long> amount : amounts.entrySet()) {
            awaitCounted(shop, amount.getKey(), amount.getValue());
        }
    }

    private void awaitExample() {
        awaitCounted(day, example());
    }
}
