package org.shopscore.aggregator.lookup.redis;

import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes channels of other processes. */
@ApplicationScoped
public class ToldChannels {

    private final Redis redis;
    private final RedisShops shops;
    private final FeedsJson json;

    ToldChannels(Redis redis, RedisShops shops, FeedsJson json) {
        this.redis = redis;
        this.shops = shops;
        this.json = json;
    }

    public ToldChannel another() {
        return new ToldChannel(redis, shops, json);
    }

    public static String ofShops(int partition) {
        return ToldChannel.ofShops(partition);
    }
}
