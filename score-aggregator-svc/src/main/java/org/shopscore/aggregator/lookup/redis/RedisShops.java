package org.shopscore.aggregator.lookup.redis;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shopscore.aggregator.lookup.memory.Announced;
import org.shopscore.aggregator.score.shop.FeedState;
import org.shopscore.metric.Lane;

/** The shops of all partitions, for the processes that do not own them. Nothing in it that PostgreSQL cannot give again. */
@ApplicationScoped
public class RedisShops {

    static final String SHOP_KEY = "score:shop:";

    private static final int MOST_IN_A_BATCH = 500;

    /** What is put there of a shop. */
    public record Shop(String id, Announced announced) {}

    private final RedisLine line;
    private final FeedsJson json;
    private final Acknowledged acknowledged;

    RedisShops(RedisLine line, FeedsJson json, Acknowledged acknowledged) {
        this.line = line;
        this.json = json;
        this.acknowledged = acknowledged;
    }

    /**
     * Unless something newer has been told of the partition. Redis hears nothing of a telling without a shop, and acknowledges none.
     *
     * @param version of the telling, not older than that of any of the shops
     */
    public Uni<Void> put(int partition, Announced.Version version, List<Shop> shops) {
        var batches = new ArrayList<List<Shop>>();
        for (int from = 0; from < shops.size(); from += MOST_IN_A_BATCH) {
            batches.add(shops.subList(from, Math.min(from + MOST_IN_A_BATCH, shops.size())));
        }
        return Multi.createFrom()
                .iterable(batches)
                .onItem()
                .transformToUniAndConcatenate(
                        batch -> line.write(PutScript.requests(partition, version, acknowledged.of(partition), batch))
                                .invoke(() -> acknowledged.put(partition, version)))
                .onItem()
                .ignoreAsUni();
    }

    /** Not guarded by a version: a process that lost the partition can only make it look less complete, until the next heartbeat. */
    public Uni<Void> put(int partition, FeedState state) {
        String feeds = json.write(state);
        return line.write(List.of(
                        Request.cmd(Command.SET).arg(feedsKey(partition)).arg(feeds),
                        Request.cmd(Command.PUBLISH)
                                .arg(ToldChannel.ofFeeds(partition))
                                .arg(feeds)))
                .replaceWithVoid();
    }

    /** Those that Redis knows. */
    Uni<Map<Integer, FeedState>> feeds(Collection<Integer> partitions) {
        var asked = List.copyOf(partitions);
        if (asked.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Request mget = Request.cmd(Command.MGET);
        asked.forEach(partition -> mget.arg(feedsKey(partition)));
        return line.ask(mget).map(response -> feeds(asked, response, 0));
    }

    private Map<Integer, FeedState> feeds(List<Integer> asked, Response response, int from) {
        var feeds = new HashMap<Integer, FeedState>();
        for (int i = 0; i < asked.size(); i++) {
            int partition = asked.get(i);
            state(response.get(from + i)).ifPresent(state -> feeds.put(partition, state));
        }
        return feeds;
    }

    /** Shops and the feeds of their partitions, by one MGET. */
    public Uni<Found> of(Collection<String> shops) {
        List<String> asked = List.copyOf(shops);
        List<Integer> partitions =
                asked.stream().map(Lane::of).distinct().sorted().toList();
        Request mget = Request.cmd(Command.MGET);
        asked.forEach(shop -> mget.arg(shopKey(shop)));
        partitions.forEach(partition -> mget.arg(feedsKey(partition)));
        return line.ask(mget).map(response -> {
            var found = new HashMap<String, Announced>();
            for (int i = 0; i < asked.size(); i++) {
                String shop = asked.get(i);
                announced(response.get(i)).ifPresent(one -> found.put(shop, one));
            }
            return new Found(found, feeds(partitions, response, asked.size()));
        });
    }

    /**
     * What Redis knows of several shops.
     *
     * @param shops by id
     * @param feeds by partition
     */
    public record Found(Map<String, Announced> shops, Map<Integer, FeedState> feeds) {

        public Optional<FeedState> feedsOf(int partition) {
            return Optional.ofNullable(feeds.get(partition));
        }
    }

    private static Optional<Announced> announced(Response value) {
        return Optional.ofNullable(value)
                .flatMap(found -> AnnouncedBytes.read(found.toBuffer().getBytes()));
    }

    private Optional<FeedState> state(Response value) {
        return Optional.ofNullable(value).flatMap(found -> json.read(found.toString()));
    }

    static String shopKey(String shopId) {
        return SHOP_KEY + shopId;
    }

    private static String feedsKey(int partition) {
        return "score:feeds:" + partition;
    }
}
