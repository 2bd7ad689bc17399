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

    private final Acknowledged acknowledged = new Acknowledged();
    private WholePartitions whole;
    private RedisShops shops;

    @BeforeEach
    void beginAnew() {
        var line = new RedisLine(redis);
        whole = new WholePartitions(line, acknowledged);
        shops = new RedisShops(line, json, acknowledged);
        emptied();
    }

    @Test
    void aRedisThatCameBackWithAnOlderCopyLacksThePartitionUntilItIsWrittenAgain() {
        assertThat(lacking()).containsExactly(PARTITION);
        whole.whole(PARTITION).await().atMost(PATIENCE);
        assertThat(lacking()).isEmpty();

        acknowledged.put(PARTITION, new Version(7, 12));
        told("7.12");
        assertThat(lacking()).isEmpty();

        told("7.9");
        assertThat(lacking()).containsExactly(PARTITION);
        told("7.13");
        assertThat(lacking()).as("whoever owns it next").containsExactly(PARTITION);
        whole.whole(PARTITION).await().atMost(PATIENCE);
        assertThat(lacking()).isEmpty();
    }

    @Test
    void aTellingWithoutAShopLeavesThePartitionWhole() {
        lacking();
        whole.whole(PARTITION).await().atMost(PATIENCE);

        shops.put(PARTITION, new Version(8, 1), List.of()).await().atMost(PATIENCE);
        assertThat(lacking()).isEmpty();
    }

    @Test
    void anOlderCopyThatIsWrittenToBeforeItIsLookedAtLacksThePartitionToo() {
        lacking();
        whole.whole(PARTITION).await().atMost(PATIENCE);
        put(new Version(9, 100));
        assertThat(lacking()).isEmpty();

        told("9.90");
        put(new Version(9, 101));
        assertThat(lacking()).containsExactly(PARTITION);

        told("9.90");
        put(new Version(9, 102));
        whole.whole(PARTITION).await().atMost(PATIENCE);
        assertThat(lacking())
                .as("it was being written when it was lost once more")
                .containsExactly(PARTITION);
    }

    /** Else all of its shops would be told twice. */
    @Test
    void anEmptiedRedisIsWholeAgainWhenTheShopsWereWrittenOnce() {
        put(new Version(3, 1));

        emptied();
        assertThat(lacking()).containsExactly(PARTITION);
        put(new Version(3, 2));
        put(new Version(3, 3));
        whole.whole(PARTITION).await().atMost(PATIENCE);
        assertThat(lacking()).isEmpty();
    }

    private void emptied() {
        redis.send(Request.cmd(Command.DEL)
                        .arg(Acknowledged.key(PARTITION))
                        .arg(WholePartitions.wholeKey(PARTITION))
                        .arg(WholePartitions.begunKey(PARTITION)))
                .await()
                .atMost(PATIENCE);
    }

    private void put(Version version) {
        var shop = new RedisShops.Shop(
                "shop-of-99", new Announced(version, LocalDate.EPOCH, Instant.EPOCH, KnownSums.of(Window.example())));
        shops.put(PARTITION, version, List.of(shop)).await().atMost(PATIENCE);
    }

    private Set<Integer> lacking() {
        return whole.lacking(List.of(PARTITION)).await().atMost(PATIENCE);
    }

    private void told(String version) {
        redis.send(Request.cmd(Command.SET).arg(Acknowledged.key(PARTITION)).arg(version))
                .await()
                .atMost(PATIENCE);
    }
}
