package org.shopscore.aggregator.lookup.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.lookup.memory.Announced;
import org.shopscore.aggregator.lookup.memory.Announced.Version;
import org.shopscore.aggregator.lookup.memory.KnownSums;
import org.shopscore.aggregator.score.Window;
import org.shopscore.platform.PlatformResource;

/** Of a partition that nobody owns. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class WholePartitionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PARTITION = 99;

    @Inject
    Redis redis;

    @Inject
    FeedsJson json;

    @BeforeEach
    void emptied() {
        redis.send(Request.cmd(Command.DEL)
                        .arg(Acknowledged.key(PARTITION))
                        .arg(WholePartitions.wholeKey(PARTITION))
                        .arg(WholePartitions.begunKey(PARTITION)))
                .await()
                .atMost(PATIENCE);
    }

    @Test
    void aRedisThatCameBackWithAnOlderCopyLacksThePartitionUntilItIsWrittenAgain() {
        var acknowledged = new Acknowledged();
        var whole = new WholePartitions(new RedisLine(redis), acknowledged);
        assertThat(lacking(whole)).containsExactly(PARTITION);
        whole.whole(PARTITION).await().atMost(PATIENCE);
        assertThat(lacking(whole)).isEmpty();

        acknowledged.put(PARTITION, new Version(7, 12));
        told("7.12");
        assertThat(lacking(whole)).isEmpty();

        told("7.9");
        assertThat(lacking(whole)).containsExactly(PARTITION);
        told("7.13");
        assertThat(lacking(whole)).as("whoever owns it next").containsExactly(PARTITION);
        whole.whole(PARTITION).await().atMost(PATIENCE);
        assertThat(lacking(whole)).isEmpty();
    }

    @Test
    void aTellingWithoutAShopLeavesThePartitionWhole() {
        var acknowledged = new Acknowledged();
        var line = new RedisLine(redis);
        var whole = new WholePartitions(line, acknowledged);
        lacking(whole);
        whole.whole(PARTITION).await().atMost(PATIENCE);

        new RedisShops(line, json, acknowledged)
                .put(PARTITION, new Version(8, 1), List.of())
                .await()
                .atMost(PATIENCE);
        assertThat(lacking(whole)).isEmpty();
    }

    @Test
    void anOlderCopyThatIsWrittenToBeforeItIsLookedAtLacksThePartitionToo() {
        var acknowledged = new Acknowledged();
        var line = new RedisLine(redis);
        var whole = new WholePartitions(line, acknowledged);
        var shops = new RedisShops(line, json, acknowledged);
        var shop = new RedisShops.Shop(
                "shop-of-99",
                new Announced(new Version(9, 100), LocalDate.EPOCH, Instant.EPOCH, KnownSums.of(Window.example())));
        lacking(whole);
        whole.whole(PARTITION).await().atMost(PATIENCE);
        shops.put(PARTITION, new Version(9, 100), List.of(shop)).await().atMost(PATIENCE);
        assertThat(lacking(whole)).isEmpty();

        told("9.90");
        shops.put(PARTITION, new Version(9, 101), List.of(shop)).await().atMost(PATIENCE);
        assertThat(lacking(whole)).containsExactly(PARTITION);

        told("9.90");
        shops.put(PARTITION, new Version(9, 102), List.of(shop)).await().atMost(PATIENCE);
        whole.whole(PARTITION).await().atMost(PATIENCE);
        assertThat(lacking(whole))
                .as("it was being written when it was lost once more")
                .containsExactly(PARTITION);
    }

    /** Else all of its shops would be told twice. */
    @Test
    void anEmptiedRedisIsWholeAgainWhenTheShopsWereWrittenOnce() {
        var acknowledged = new Acknowledged();
        var line = new RedisLine(redis);
        var whole = new WholePartitions(line, acknowledged);
        var shops = new RedisShops(line, json, acknowledged);
        var shop = new RedisShops.Shop(
                "shop-of-99",
                new Announced(new Version(3, 1), LocalDate.EPOCH, Instant.EPOCH, KnownSums.of(Window.example())));
        shops.put(PARTITION, new Version(3, 1), List.of(shop)).await().atMost(PATIENCE);

        emptied();
        assertThat(lacking(whole)).containsExactly(PARTITION);
        shops.put(PARTITION, new Version(3, 2), List.of(shop)).await().atMost(PATIENCE);
        shops.put(PARTITION, new Version(3, 3), List.of(shop)).await().atMost(PATIENCE);
        whole.whole(PARTITION).await().atMost(PATIENCE);
        assertThat(lacking(whole)).isEmpty();
    }

    private static Set<Integer> lacking(WholePartitions whole) {
        return whole.lacking(List.of(PARTITION)).await().atMost(PATIENCE);
    }

    private void told(String version) {
        redis.send(Request.cmd(Command.SET).arg(Acknowledged.key(PARTITION)).arg(version))
                .await()
                .atMost(PATIENCE);
    }
}
