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
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.lookup.OtherProcesses;
import org.shopscore.aggregator.official.newest.UnreadScores;
import org.shopscore.aggregator.score.ScoresMoved;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.score.shop.FeedState;
import org.shopscore.aggregator.score.window.ShopSums;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Lane;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/** What an owner tells of shops whose sums have not changed. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ToldAgainTest {

    private final long epoch = Shops.epoch();
    private final String shop = Shops.fresh();
    private final int lane = Lane.of(shop);

    @Inject
    OtherProcesses others;

    @Inject
    UnreadScores unread;

    @Inject
    Clock clock;

    @Test
    void aShopThatCeasesToBeNewIsToldOnThatDayThoughNothingWasCounted() {
        LocalDate today = BusinessDay.of(clock.instant());
        register(Map.of("openedOn", today.minusDays(91).toString()));
        var owner = others.owner();
        owner.feeds(lane, rolledTo(today.minusDays(1)));
        announce(owner, epoch, 1, today.minusDays(1), new Window());
        assertThat(told("stage")).containsExactly("GROWTH");

        owner.feeds(lane, rolledTo(today));
        assertThat(Await.within(Shops.SOON, () -> owner.nextMoved(lane).contains(shop)))
                .isTrue();
        announce(owner, epoch, 2, today, new Window());
        assertThat(told("stage")).containsExactly("GROWTH", "NONE");
        assertThat(told("to")).last().isEqualTo(today.toString());
    }

    @Test
    void whoTakesAPartitionTellsRegisteredShopsWithAllOthersAndThoseItHasLearned() {
        register(Map.of("openedOn", BusinessDay.of(clock.instant()).toString()));
        String unregistered = Shops.fresh();
        int its = Lane.of(unregistered);
        var next = others.owner();
        assertThat(next.known(lane)).contains(shop);
        assertThat(next.known(its)).doesNotContain(unregistered);

        next.learn(its, epoch, 1, BusinessDay.of(clock.instant()), List.of(new ShopSums(unregistered, new Window())));
        assertThat(next.known(its)).contains(unregistered);
        assertThat(next.known((lane + 1) % Lane.COUNT)).doesNotContain(shop);
    }

    @Test
    void aShopOfWhichNothingWasCountedIsGivenOutToTheOwnerAlone() {
        var process = others.start();
        process.toldAgain().moved(new ScoresMoved.Of(Set.of(shop)));
        assertThat(process.owner().nextMoved(lane)).isEmpty();

        process.owner().feeds(lane, rolledTo(BusinessDay.of(clock.instant())));
        process.toldAgain().moved(new ScoresMoved.Of(Set.of(shop)));
        assertThat(process.owner().nextMoved(lane)).containsExactly(shop);
    }

    @Test
    void whatMovedAndWasNotToldBeforeMemoryWasDroppedIsToldUnderTheNextEpoch() {
        LocalDate today = BusinessDay.of(clock.instant());
        var process = others.start();
        var owner = process.owner();
        owner.feeds(lane, rolledTo(today));
        announce(owner, epoch, 1, today, Window.example());
        register(Map.of("flags", List.of("returnFreightInsurance")));
        process.toldAgain().moved(new ScoresMoved.Of(Set.of(shop)));
        assertThat(owner.nextMoved(lane)).containsExactly(shop);

        owner.announce(lane, epoch + 1, 1, List.of(), List.of()).await().atMost(Shops.SOON);
        assertThat(owner.nextMoved(lane)).containsExactly(shop);
        announce(owner, epoch + 1, 2, today, Window.example());
        assertThat(told("published")).containsExactly("4.59", "4.69");
        assertThat(owner.nextMoved(lane)).isEmpty();
    }

    @Test
    void aPartitionThatWasGivenAwayIsToldAsAWholeWhenItIsTakenAgain() {
        var process = others.start();
        assertThat(isToldAsAWhole(process)).isTrue();
        process.owner().whole(lane).await().atMost(Shops.SOON);
        assertThat(isToldAsAWhole(process)).isFalse();

        process.owner().forget(lane);
        assertThat(isToldAsAWhole(process)).isTrue();
    }

    @Test
    void beforeAProcessHasReadWhatScoresAreMadeOfNobodyHearsOfThem() {
        var official = unread.begun();
        var process = others.start(official);
        LocalDate today = BusinessDay.of(clock.instant());
        process.owner().feeds(lane, rolledTo(today));
        announce(process.owner(), epoch, 1, today, Window.example());
        assertThat(told("published")).isEmpty();
        assertThat(isToldAsAWhole(process)).isFalse();

        unread.read(official);
        assertThat(isToldAsAWhole(process)).isTrue();
        announce(process.owner(), epoch, 2, today, Window.example());
        assertThat(told("published")).containsExactly("4.59");
    }

    @Test
    void onlyWhatMovesAllProvisionalScoresHasThePartitionToldAsAWhole() {
        var process = others.start();
        assertThat(isToldAsAWhole(process)).isTrue();
        process.owner().whole(lane).await().atMost(Shops.SOON);

        process.toldAgain().moved(new ScoresMoved.Doubted());
        process.toldAgain().moved(new ScoresMoved.Official());
        assertThat(isToldAsAWhole(process)).isFalse();
        process.toldAgain().moved(new ScoresMoved.All());
        assertThat(isToldAsAWhole(process)).isTrue();
    }

    private boolean isToldAsAWhole(OtherProcesses.OtherProcess process) {
        process.owner().lacking(Map.of(lane, 1)).await().atMost(Shops.SOON);
        return process.toldAgain().isScoredAnew(lane);
    }

    private void register(Map<String, Object> registration) {
        given().contentType("application/json")
                .body(registration)
                .put("/v1/shops/{id}", shop)
                .then()
                .statusCode(201);
    }

    private void announce(LearnedShops owner, long by, long n, LocalDate day, Window sums) {
        Announcing.surely(owner, lane, by, n, day, List.of(new ShopSums(shop, sums)));
    }

    private static FeedState rolledTo(LocalDate day) {
        return new FeedState(day, new TreeMap<>(), List.of());
    }

    private List<Object> told(String figure) {
        return Announcing.told(shop, epoch).stream()
                .map(score -> score.get(figure))
                .toList();
    }
}
