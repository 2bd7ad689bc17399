package org.shopscore.aggregator.lookup.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.score.shop.FeedState;

/**
 * What the owners of partitions put into Redis, as they put it: it is published in the same step. Nothing of it is lost as long as one
 * connection stands; after that everything begins anew.
 */
@ApplicationScoped
public class ToldChannel {

    /** Who follows partitions. What it is told of one comes in the order in which Redis took it. */
    public interface Follower {

        /** Whatever was known of the partition may be old. From now on nothing is missed. */
        void begins(int partition);

        void told(int partition, Iterable<RedisShops.Shop> shops);

        void feeds(int partition, FeedState state);

        /** Nothing more is told, or what is told cannot be read. */
        void ended(int partition);
    }

    private static final Logger LOG = Logger.getLogger(ToldChannel.class);

    private final Redis redis;
    private final RedisShops shops;
    private final FeedsJson json;
    private volatile Optional<Subscription> current = Optional.empty();

    ToldChannel(Redis redis, RedisShops shops, FeedsJson json) {
        this.redis = redis;
        this.shops = shops;
        this.json = json;
    }

    static String ofShops(int partition) {
        return "score:told-shops:" + partition;
    }

    static String ofFeeds(int partition) {
        return "score:told-feeds:" + partition;
    }

    /**
     * Sees to it that these partitions are followed. Called again and again, by one at a time.
     *
     * @return when the connection has answered; never fails
     */
    public Uni<Void> follow(Set<Integer> partitions, Follower follower) {
        return Uni.createFrom()
                .deferred(() -> current.filter(Subscription::stands)
                        .map(subscription -> subscription.follow(partitions))
                        .orElseGet(() -> partitions.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : connected(follower).chain(subscription -> subscription.follow(partitions))))
                .onFailure()
                .invoke(failure -> LOG.debugf("redis-told=not-followed cause=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Subscription> connected(Follower follower) {
        return redis.connect()
                .ifNoItem()
                .after(Subscription.PATIENCE)
                .fail()
                .map(connection -> new Subscription(connection, shops, json, follower))
                .invoke(subscription -> current = Optional.of(subscription));
    }
}
