package org.shopscore.aggregator.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.lookup.OtherProcesses.OtherProcess;
import org.shopscore.aggregator.lookup.redis.ToldChannels;
import org.shopscore.aggregator.lookup.telling.Announcing;
import org.shopscore.aggregator.lookup.telling.LearnedShops;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.score.shop.FeedState;
import org.shopscore.aggregator.score.window.ShopSums;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Sources;
import org.shopscore.platform.Await;
import org.shopscore.platform.Platform;
import org.shopscore.platform.PlatformResource;

/** Lookups of shops that another process owns, answered from memory. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class FollowedShopsTest {

    private static final Instant PROVEN = Instant.parse("2026-03-01T04:00:00Z");

    private final Platform platform = PlatformResource.platform();
    private final long epoch = Shops.epoch();
    private final String shop = Shops.fresh();
    private final int lane = Lane.of(shop);

    @Inject
    OtherProcesses others;

    @Inject
    Redis redis;

    @Inject
    Clock clock;

    private LearnedShops owner;
    private OtherProcess follower;

    @BeforeEach
    void twoProcesses() {
        owner = others.owner();
        follower = others.start();
        proven(PROVEN);
    }

    @AfterEach
    void nobodyListens() {
        platform.redis().resume();
        if (!platform.redis().alive()) {
            platform.redis().start();
        }
        assertThat(Await.within(Shops.SOON, this::isReached)).isTrue();
        for (int other = 0; other < Lane.COUNT; other++) {
            follower.owner().feeds(other, feeds(PROVEN));
        }
        follow();
    }

    @Test
    void whatTheOwnerTellsIsAnsweredFromMemoryAndHowCompleteItIs() {
        followed();
        announce(1, Window.example());
        assertThat(awaitPublished("4.59")).isTrue();
        assertThat(completeUntil()).isEqualTo(PROVEN);

        proven(PROVEN.plusSeconds(60));
        announce(2, Window.example().with("verdict.invoice-refused", 1));
        assertThat(awaitPublished("4.44")).isTrue();
        assertThat(Await.within(Shops.SOON, () -> PROVEN.plusSeconds(60).equals(completeUntil())))
                .isTrue();
    }

    @Test
    void whatWasToldBeforeIsKeptOnceItWasLookedUpAndGivesWayToWhatIsTold() {
        announce(1, Window.example());
        followed();
        assertThat(inMemory()).isEmpty();

        assertThat(awaitLookedUp("4.59")).isTrue();
        assertThat(inMemory()).contains("4.59");

        announce(2, Window.example().with("verdict.invoice-refused", 1));
        assertThat(awaitPublished("4.44")).isTrue();
    }

    @Test
    void whatIsReadLateDoesNotReplaceWhatWasToldMeanwhile() {
        followed();
        announce(2, Window.example().with("verdict.invoice-refused", 1));
        assertThat(awaitPublished("4.44")).isTrue();

        var older = Announcing.announced(epoch, 1, today(), Window.example());
        follower.scores().followed().taker(lane).accept(shop, older);
        assertThat(inMemory()).contains("4.44");
    }

    @Test
    void afterItsConnectionHasBrokenNothingIsAnsweredThatMayHaveBeenMissed() {
        followed();
        announce(1, Window.example());
        assertThat(awaitPublished("4.59")).isTrue();
        var late = follower.scores().followed().taker(lane);
        var before = Announcing.announced(epoch, 1, today(), Window.example());

        breakConnection();
        announce(2, Window.example().with("verdict.invoice-refused", 1));
        assertThat(inMemory()).as("it is known of no other").contains("4.59");
        followed();
        assertThat(inMemory()).isEmpty();
        late.accept(shop, before);
        assertThat(inMemory()).isEmpty();
        assertThat(awaitLookedUp("4.44")).isTrue();
        assertThat(inMemory()).contains("4.44");
    }

    @Test
    void withoutRedisWhatIsInMemoryIsAnsweredAsCompleteAsItWas() {
        followed();
        announce(1, Window.example());
        assertThat(awaitPublished("4.59")).isTrue();

        platform.redis().kill();
        follow();
        follow();
        assertThat(inMemory()).contains("4.59");
        assertThat(completeUntil()).isEqualTo(PROVEN);

        platform.redis().start();
        announceAgain(2, Window.example().with("verdict.invoice-refused", 1));
        assertThat(Await.within(Shops.SOON, () -> {
                    follow();
                    return lookedUp().equals(Optional.of("4.44")) && inMemory().equals(Optional.of("4.44"));
                }))
                .isTrue();
    }

    @Test
    void aRedisThatNoLongerAnswersIsLeftWithinSeconds() {
        followed();
        platform.redis().pause();
        follow();
        platform.redis().resume();
        assertThat(Await.within(Duration.ofSeconds(4), () -> isReached() && listeners() == 0))
                .as("sooner than the client itself finds a connection idle")
                .isTrue();
        announceAgain(1, Window.example());
        assertThat(Await.within(Shops.SOON, () -> {
                    follow();
                    return lookedUp().equals(Optional.of("4.59")) && inMemory().equals(Optional.of("4.59"));
                }))
                .isTrue();
    }

    @Test
    void whatAnotherReleaseTellsIsNotAnsweredFromMemoryAnyMore() {
        followed();
        announce(1, Window.example());
        assertThat(awaitPublished("4.59")).isTrue();

        byte[] unreadable = {0, 1, 'k', 0, 1, 99};
        send(Request.cmd(Command.PUBLISH)
                .arg(ToldChannels.ofShops(lane))
                .arg(io.vertx.mutiny.core.buffer.Buffer.buffer(unreadable)));
        assertThat(Await.within(Shops.SOON, () -> inMemory().isEmpty())).isTrue();
        proven(PROVEN.plusSeconds(60));
        announce(2, Window.example());
        assertThat(awaitLookedUp("4.59")).isTrue();
        assertThat(inMemory()).isEmpty();
    }

    @Test
    void whatThisProcessOwnsIsNotFollowedAndIsAgainWhenItIsLost() {
        followed();
        announce(1, Window.example());
        assertThat(awaitPublished("4.59")).isTrue();

        owned();
        assertThat(inMemory()).as("it has learned nothing yet").isEmpty();
        follow();
        assertThat(listeners()).isZero();

        follower.owner().forget(lane);
        followed();
        announce(2, Window.example());
        assertThat(awaitPublished("4.59")).isTrue();
    }

    @Test
    void whatWasFollowedBeforeAPartitionWasOwnedIsNotAnsweredWhenItIsLost() {
        followed();
        announce(1, Window.example());
        assertThat(awaitPublished("4.59")).isTrue();
        breakConnection();
        for (int other = 0; other < Lane.COUNT; other++) {
            follower.owner().feeds(other, feeds(PROVEN));
        }
        follow();

        follower.owner().forget(lane);
        assertThat(inMemory()).isEmpty();
    }

    private void follow() {
        follower.followed().follow().await().atMost(Shops.SOON);
    }

    /** Again as long as Redis does not answer in time, as the service does each second. */
    private void followed() {
        assertThat(Await.within(Shops.SOON, () -> {
                    follow();
                    return listeners() == 1
                            && follower.scores().followed().feeds(lane).isPresent();
                }))
                .isTrue();
    }

    private void owned() {
        follower.owner().feeds(lane, feeds(PROVEN));
    }

    private void proven(Instant until) {
        assertThat(Await.within(Shops.SOON, () -> {
                    owner.announceFeeds(lane, feeds(until));
                    return send(Request.cmd(Command.GET).arg("score:feeds:" + lane))
                            .contains(until.toString());
                }))
                .isTrue();
    }

    private FeedState feeds(Instant until) {
        return new FeedState(
                today(),
                new TreeMap<>(
                        Map.of(Sources.CUSTOMER_SERVICE, until, Sources.AFTER_SALES, until, Sources.LOGISTICS, until)),
                List.of());
    }

    private LocalDate today() {
        return BusinessDay.of(clock.instant());
    }

    private void announce(long n, Window sums) {
        Announcing.surely(owner, lane, epoch, n, today(), List.of(new ShopSums(shop, sums)));
    }

    /** As long as Redis does not take it. */
    private void announceAgain(long n, Window sums) {
        assertThat(Await.within(Shops.SOON, () -> {
                    proven(PROVEN);
                    return Announcing.announce(owner, lane, epoch, n, today(), List.of(new ShopSums(shop, sums)))
                            .replaceWith(true)
                            .onFailure()
                            .recoverWithItem(false)
                            .await()
                            .atMost(Shops.SOON);
                }))
                .isTrue();
    }

    private boolean awaitPublished(String score) {
        return Await.within(Shops.SOON, () -> inMemory().equals(Optional.of(score)));
    }

    private Optional<String> inMemory() {
        return answer().map(json -> json.getString("provisional.published"));
    }

    private Instant completeUntil() {
        return Instant.parse(answer().orElseThrow().getString("freshness.completeUntil"));
    }

    private Optional<JsonPath> answer() {
        var lines = follower.scores().lines();
        return lines.of(shop)
                .map(line -> new CompactAnswers.Answer.Found(line, lines.fresh(line), true))
                .map(found -> JsonPath.from(NewestAnswers.body(found).toString()));
    }

    /** As lookups of what is not in memory do. */
    private Optional<String> lookedUp() {
        return Optional.ofNullable(follower.scores()
                        .elsewhere(List.of(shop))
                        .onFailure()
                        .recoverWithItem(Map.of())
                        .await()
                        .atMost(Duration.ofSeconds(10))
                        .get(shop))
                .map(answer -> answer.provisional().published());
    }

    /** A lookup gives Redis little time, and what did not come in time is asked for again. */
    private boolean awaitLookedUp(String score) {
        return Await.within(Shops.SOON, () -> lookedUp().equals(Optional.of(score)));
    }

    private void breakConnection() {
        send(Request.cmd(Command.CLIENT).arg("KILL").arg("TYPE").arg("pubsub"));
        assertThat(Await.within(Shops.SOON, () -> listeners() == 0)).isTrue();
    }

    private int listeners() {
        return redis.send(Request.cmd(Command.PUBSUB).arg("NUMSUB").arg(ToldChannels.ofShops(lane)))
                .await()
                .atMost(Shops.SOON)
                .get(1)
                .toInteger();
    }

    private boolean isReached() {
        return redis.send(Request.cmd(Command.PING))
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(false)
                .await()
                .atMost(Shops.SOON);
    }

    private String send(Request request) {
        return String.valueOf(
                redis.send(request).onFailure().recoverWithNull().await().atMost(Shops.SOON));
    }
}
