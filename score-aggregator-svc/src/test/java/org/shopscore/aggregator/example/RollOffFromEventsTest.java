package org.shopscore.aggregator.example;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.official.DayRuns;
import org.shopscore.platform.PlatformResource;

/** EX-11 (c): from the events of days to what the window of the next one will give, and gives. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class RollOffFromEventsTest extends WindowOfToday {

    /** EX-11 (c), what is foreseen: 1910 turns without the day that leaves, 1980 with one like that of a week before. */
    @Test
    void aBadDayThatLeavesAndAGoodOneThatComesLiftTheScoreOfTomorrow() {
        LocalDate oldest = today.minusDays(29);
        LocalDate good = today.minusDays(6);
        facts.tell(shop, oldest, Map.of("chat.turns", 90L, "chat.turns-within-3min", 60L))
                .tell(shop, good, Map.of("chat.turns", 70L, "chat.turns-within-3min", 70L));
        awaitCounted(oldest, Map.of("chat.turns", 90L, "chat.turns-within-3min", 60L));
        awaitCounted(good, Map.of("chat.turns", 70L, "chat.turns-within-3min", 70L));
        tell(exampleBut(Map.of("chat.turns", 1840L, "chat.turns-within-3min", 1670L)));
        replies("90.000000", "4.5000");

        given().get("/v1/shops/{id}/score/roll-off?days=1", shop)
                .then()
                .statusCode(200)
                .body("now.dimensions.service", equalTo("4.6039"))
                .body("now.base", equalTo("4.5874"))
                .body("days[0].day", equalTo(today.plusDays(1).toString()))
                .body("days[0].leaving", equalTo(Map.of("chat.turns", 90, "chat.turns-within-3min", 60)))
                .body("days[0].quiet.dimensions.service", equalTo("4.6259"))
                .body("days[0].quiet.base", equalTo("4.5951"))
                .body("days[0].expected.dimensions.service", equalTo("4.6322"))
                .body("days[0].expected.base", equalTo("4.5973"))
                .body("days[0].expected.published", equalTo("4.60"));
    }

    /** EX-11 (c), what then comes: two official days. */
    @Test
    void theOfficialScoreOfTheNextDayIsWithoutTheDayThatLeft() {
        day = day.plusDays(30);
        LocalDate next = day.plusDays(1);
        facts.tell(shop, day.minusDays(29), Map.of("chat.turns", 90L, "chat.turns-within-3min", 60L))
                .tell(shop, day, Map.of("chat.turns", 1910L, "chat.turns-within-3min", 1740L))
                .tell(shop, next, Map.of("chat.turns", 70L, "chat.turns-within-3min", 70L));
        awaitCounted(day.minusDays(29), Map.of("chat.turns", 90L));
        awaitCounted(day, Map.of("chat.turns", 1910L));
        awaitCounted(next, Map.of("chat.turns", 70L));
        DayRuns.run(day);
        explanation(shop)
                .body(metric("threeMinuteReplyRate", "n"), equalTo(2000))
                .body(metric("threeMinuteReplyRate", "points"), equalTo("4.5000"));

        DayRuns.run(next);
        explanation(shop)
                .body(metric("threeMinuteReplyRate", "n"), equalTo(1980))
                .body(metric("threeMinuteReplyRate", "raw"), equalTo("91.414141"))
                .body(metric("threeMinuteReplyRate", "points"), equalTo("4.6414"));
    }
}
