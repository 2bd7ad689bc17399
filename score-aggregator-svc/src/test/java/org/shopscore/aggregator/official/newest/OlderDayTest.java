package org.shopscore.aggregator.official.newest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.official.DayRuns;
import org.shopscore.aggregator.official.Official;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/** A shop that came after the newest day was frozen, of which older days are run by hand: its newest score is of the newest of those. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class OlderDayTest {

    @Inject
    Shops shops;

    @Inject
    DayRuns days;

    @Inject
    UnreadScores unread;

    private final String shop = Shops.fresh();
    private LocalDate older;
    private LocalDate newest;

    @BeforeEach
    void aNewestDayWithoutTheShop() {
        days.provenComplete();
        older = days.afterAllOthers();
        newest = older.plusDays(2);
        String other = Shops.fresh();
        shops.count(other, newest, Map.of("order.paid", 3L));
        DayRuns.run(newest);
        awaitOfficial(other, newest);
        shops.count(shop, older, Map.of("order.paid", 3L));
        shops.reread();
    }

    @Test
    void anOlderDayRunByHandGivesTheShopItsNewestScore() {
        DayRuns.run(older);
        awaitOfficial(shop, older);
        assertThat(begunAnew().map(Official::statDate)).contains(older);

        DayRuns.run(older.plusDays(1));
        awaitOfficial(shop, older.plusDays(1));
        assertThat(begunAnew().map(Official::statDate)).contains(older.plusDays(1));

        DayRuns.run(newest.plusDays(1));
        awaitOfficial(shop, newest.plusDays(1));
        assertThat(begunAnew().map(Official::statDate)).contains(newest.plusDays(1));
    }

    @Test
    void anOlderDayHidesNothingNewer() {
        DayRuns.run(older.plusDays(1));
        awaitOfficial(shop, older.plusDays(1));
        DayRuns.run(older);
        assertThat(begunAnew().map(Official::statDate)).contains(older.plusDays(1));
        assertThat(official(shop)).isEqualTo(older.plusDays(1).toString());
    }

    private Optional<Official> begunAnew() {
        NewestScores scores = unread.begun();
        unread.read(scores);
        return scores.of(shop);
    }

    private static void awaitOfficial(String shop, LocalDate day) {
        assertThat(Await.within(DayRuns.PATIENCE, () -> day.toString().equals(official(shop))))
                .as("all lookups of %s answer for %s", shop, day)
                .isTrue();
        assertThat(Await.within(DayRuns.PATIENCE, () -> day.toString().equals(inBatch(shop))))
                .as("a batch with %s answers for %s", shop, day)
                .isTrue();
    }

    private static String official(String shop) {
        return given().get("/v1/shops/{id}/score", shop).path("official.statDate");
    }

    private static String inBatch(String shop) {
        return given().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body(Map.of("shopIds", List.of(shop)))
                .post("/v1/scores:batchGet")
                .path("scores[0].official.statDate");
    }
}
