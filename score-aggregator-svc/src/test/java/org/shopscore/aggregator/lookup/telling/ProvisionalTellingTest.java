package org.shopscore.aggregator.lookup.telling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.lookup.OtherProcesses;
import org.shopscore.aggregator.score.ScoresMoved;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.score.window.ShopSums;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Lane;
import org.shopscore.platform.PlatformResource;

/** What the owner of a partition tells of provisional scores, against what the lookup answers at that instant. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ProvisionalTellingTest {

    private final long epoch = Shops.epoch();
    private final String shop = Shops.fresh();

    @Inject
    LearnedShops learned;

    @Inject
    OtherProcesses others;

    @Inject
    Clock clock;

    @Test
    void aChangedScoreIsToldAsTheLookupAnswersItAndAnUnchangedOneIsNot() {
        announce(1, 18);
        assertThat(told()).hasSize(1);
        assertEqualToLookup("4.59");

        announce(2, 18);
        assertThat(told()).hasSize(1);

        announce(3, 19);
        assertThat(told()).hasSize(2);
        assertEqualToLookup("4.62");
    }

    @Test
    void whatIsToldAgainIsScoredAnewWhereSomethingMovedAllScores() {
        var process = others.start();
        var owner = process.owner();
        int lane = Lane.of(shop);
        owner.lacking(Map.of(lane, 1)).await().atMost(Shops.SOON);
        owner.whole(lane).await().atMost(Shops.SOON);
        var today = BusinessDay.of(clock.instant());
        Announcing.announce(owner, lane, epoch, 1, today, List.of(sums(18)))
                .await()
                .atMost(Shops.SOON);
        given().contentType("application/json")
                .body(Map.of("flags", List.of("returnFreightInsurance")))
                .put("/v1/shops/{id}", shop)
                .then()
                .statusCode(201);

        owner.announce(lane, epoch, 2, List.of(), List.of(shop)).await().atMost(Shops.SOON);
        assertThat(told()).hasSize(1);

        process.toldAgain().moved(new ScoresMoved.All());
        assertThat(owner.lacking(Map.of(lane, 1)).await().atMost(Shops.SOON)).contains(lane);
        assertThat(owner.knows(lane, shop, today))
                .as("it is to be learned again, under a version that a reader takes")
                .isFalse();
        Announcing.announce(owner, lane, epoch, 3, today, List.of(sums(18)))
                .await()
                .atMost(Shops.SOON);
        assertThat(told()).hasSize(2);
        assertThat(told().getLast()).containsEntry("published", "4.69").containsEntry("version", epoch + ".3");
        owner.whole(lane).await().atMost(Shops.SOON);
        assertThat(owner.knows(lane, shop, today)).isTrue();
    }

    @Test
    void whereNobodyKnowsWhatTheBrokerTookTheScoreIsToldAgainThoughItIsAsItWas() {
        announce(1, 18);
        var platform = PlatformResource.platform();
        platform.kafka().stop();
        try {
            assertThat(Announcing.announce(
                                    learned,
                                    Lane.of(shop),
                                    epoch,
                                    2,
                                    BusinessDay.of(clock.instant()),
                                    List.of(sums(19)))
                            .onItem()
                            .transform(_ -> "told")
                            .onFailure()
                            .recoverWithItem("failed")
                            .await()
                            .atMost(java.time.Duration.ofSeconds(20)))
                    .isEqualTo("failed");
            assertThat(compact().get("published")).isEqualTo("4.62");
        } finally {
            platform.kafka().start();
        }
        assertThat(org.shopscore.platform.Await.within(java.time.Duration.ofSeconds(60), () -> {
                    try {
                        announce(3, 18);
                        return true;
                    } catch (RuntimeException _) {
                        return false;
                    }
                }))
                .isTrue();
        assertEqualToLookup("4.59");
        assertThat(told().getLast()).containsEntry("version", epoch + ".3");
        announce(4, 19);
        assertEqualToLookup("4.62");
        assertThat(told().getFirst()).containsEntry("version", epoch + ".1");
    }

    @Test
    void aPartitionThatIsTakenAgainTellsItsShopsOnceMoreAndTheVersionGrows() {
        announce(1, 18);
        learned.forget(Lane.of(shop));
        learned.feeds(
                Lane.of(shop),
                new org.shopscore.aggregator.score.shop.FeedState(
                        BusinessDay.of(clock.instant()), new java.util.TreeMap<>(), List.of()));
        Announcing.announce(learned, Lane.of(shop), epoch + 1, 1, BusinessDay.of(clock.instant()), List.of(sums(18)))
                .await()
                .atMost(Shops.SOON);
        assertThat(told()).hasSize(2);
        assertThat(told().getLast())
                .containsEntry("version", (epoch + 1) + ".1")
                .containsEntry("published", "4.59");
    }

    private void announce(long n, int onTime) {
        Announcing.surely(learned, Lane.of(shop), epoch, n, BusinessDay.of(clock.instant()), List.of(sums(onTime)));
    }

    private ShopSums sums(int onTime) {
        return new ShopSums(shop, Window.example().with("complaint.on-time", onTime));
    }

    private void assertEqualToLookup(String published) {
        var event = told().getLast();
        var answer = compact();
        assertThat(event)
                .containsEntry("published", published)
                .containsEntry("shopId", shop)
                .containsAllEntriesOf(answer);
    }

    private Map<String, Object> compact() {
        return given().get("/v1/shops/{id}/score?form=compact", shop).path("provisional");
    }

    private List<Map<String, Object>> told() {
        return Announcing.told(shop, epoch);
    }
}
