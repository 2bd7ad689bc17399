package org.shopscore.aggregator.lookup.telling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.lookup.answer.Answers;
import org.shopscore.aggregator.score.ScoreSheet.Stage;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Lane;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class KnownShopsTest {

    private final String shop = Shops.fresh();
    private final int lane = Lane.of(shop);

    @Inject
    KnownShops knownShops;

    @Inject
    Answers answers;

    @Inject
    Clock clock;

    /** Opened so many days before the newest of three days. */
    @ParameterizedTest
    @CsvSource({"90, false, false", "91, true, true", "92, false, true", "93, false, false"})
    void aShopIsFoundOnTheDayOnWhichItsStageChangesWithoutOrders(int age, boolean onTheLast, boolean onTheLastTwo) {
        LocalDate last = BusinessDay.of(clock.instant());
        given().contentType("application/json")
                .body(Map.of("openedOn", last.minusDays(age).toString()))
                .put("/v1/shops/{id}", shop)
                .then()
                .statusCode(201);

        assertThat(found(lane, last.minusDays(1), last).contains(shop)).isEqualTo(onTheLast);
        assertThat(stage(last.minusDays(1)) != stage(last)).isEqualTo(onTheLast);
        assertThat(found(lane, last.minusDays(2), last).contains(shop)).isEqualTo(onTheLastTwo);
        assertThat(stage(last.minusDays(2)) != stage(last)).isEqualTo(onTheLastTwo);
        assertThat(found((lane + 1) % Lane.COUNT, last.minusDays(2), last)).doesNotContain(shop);
    }

    private List<String> found(int partition, LocalDate before, LocalDate day) {
        return knownShops.ceasingToBeNew(partition, before, day);
    }

    private Stage stage(LocalDate day) {
        return answers.scorer(shop).score(new Window(), day).stage();
    }
}
