package org.shopscore.aggregator.lookup;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shopscore.aggregator.lookup.line.MemoryLines;
import org.shopscore.aggregator.lookup.memory.MemoryShops;
import org.shopscore.aggregator.lookup.redis.RedisShops;
import org.shopscore.aggregator.lookup.redis.ToldChannel;
import org.shopscore.aggregator.score.shop.FeedState;
import org.shopscore.metric.Lane;

/**
 * What this process holds of shops that others own: what they tell, and what was looked up besides, so that lookups of them are answered
 * from memory too. Without Redis it stays as it was, and says so by how complete it is.
 */
@ApplicationScoped
class FollowedShops implements ToldChannel.Follower {

    private final MemoryShops own;
    private final MemoryShops followed;
    private final MemoryLines lines;
    private final ToldChannel channel;

    FollowedShops(ProvisionalScores scores, ToldChannel channel, MeterRegistry registry) {
        this.own = scores.own();
        this.followed = scores.followed();
        this.lines = scores.lines();
        this.channel = channel;
        Gauge.builder("aggregator.lookup.partitions.followed", this::partitions)
                .description("Partitions of other processes whose shops are looked up in memory")
                .register(registry);
    }

    private long partitions() {
        return IntStream.range(0, Lane.COUNT)
                .filter(partition -> followed.feeds(partition).isPresent())
                .count();
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> follow() {
        var others = IntStream.range(0, Lane.COUNT)
                .filter(partition -> own.feeds(partition).isEmpty())
                .boxed()
                .collect(Collectors.toSet());
        return channel.follow(others, this).invoke(() -> forgetOwned(others));
    }

    /** Also what was followed on a connection that has ended: it would be old when the partition is lost again. */
    private void forgetOwned(Set<Integer> others) {
        IntStream.range(0, Lane.COUNT)
                .filter(partition -> !others.contains(partition))
                .filter(partition -> followed.feeds(partition).isPresent())
                .forEach(followed::renew);
    }

    @Override
    public void begins(int partition) {
        followed.renew(partition);
    }

    @Override
    public void told(int partition, Iterable<RedisShops.Shop> shops) {
        shops.forEach(shop -> followed.put(partition, shop.id(), shop.announced()));
    }

    @Override
    public void feeds(int partition, FeedState state) {
        Optional<FeedState> before = followed.feeds(partition);
        followed.put(partition, state);
        lines.feeds(partition, before, state);
    }

    @Override
    public void ended(int partition) {
        followed.renew(partition);
    }
}
