package org.shopscore.aggregator.lookup.redis;

import io.quarkus.runtime.util.HashUtil;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
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
import org.shopscore.aggregator.score.FeedState;
import org.shopscore.metric.Lane;

/** The shops of all partitions, for the processes that do not own them. Nothing in it that PostgreSQL cannot give again. */
@ApplicationScoped
public class RedisShops {

    static final String SHOP_KEY = "score:shop:";

    private static final int MOST_IN_A_BATCH = 500;

    /**
     * Sets KEYS[4] and the following to ARGV[6] and the following, and publishes both on ARGV[5] where anybody listens, unless KEYS[1], of their partition, holds a version that is newer than
     * ARGV[1].ARGV[2]: what was told then has passed this, or will be told again. One that is older than ARGV[3].ARGV[4], which Redis has
     * acknowledged, is that of an older copy: this version would hide it, so the marks of the partition go, KEYS[2] and KEYS[3].
     */
    private static final String SET_UNLESS_OLDER = """
            local epoch, n = tonumber(ARGV[1]), tonumber(ARGV[2])
            local e, m = string.match(redis.call('GET', KEYS[1]) or '', '^(%d+)%.(%d+)$')
            e, m = tonumber(e or 0), tonumber(m or 0)
            if e > epoch or (e == epoch and m > n) then return 0 end
            local known, last = tonumber(ARGV[3]), tonumber(ARGV[4])
            if e < known or (e == known and m < last) then redis.call('DEL', KEYS[2], KEYS[3]) end
            local told = {KEYS[1], ARGV[1] .. '.' .. ARGV[2]}
            for i = 4, #KEYS do
              told[2 * i - 5] = KEYS[i]
              told[2 * i - 4] = ARGV[i + 2]
            end
            redis.call('MSET', unpack(told))
            if redis.call('PUBSUB', 'NUMSUB', ARGV[5])[2] > 0 then
              local shops = {}
              for i = 4, #KEYS do
                shops[i - 3] = struct.pack('>I2c0I2c0', #KEYS[i], KEYS[i], #ARGV[i + 2], ARGV[i + 2])
              end
              redis.call('PUBLISH', ARGV[5], table.concat(shops))
            end
            return 1
            """;

    private static final String SET_UNLESS_OLDER_SHA = HashUtil.sha1(SET_UNLESS_OLDER);

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
                .transformToUniAndConcatenate(batch -> line.write(requests(partition, version, batch))
                        .invoke(() -> acknowledged.put(partition, version)))
                .onItem()
                .ignoreAsUni();
    }

    /** The script goes along each time: a Redis that was restarted has forgotten it. */
    private List<Request> requests(int partition, Announced.Version version, List<Shop> shops) {
        Announced.Version known = acknowledged.of(partition);
        Request put = Request.cmd(Command.EVALSHA)
                .arg(SET_UNLESS_OLDER_SHA)
                .arg(3 + shops.size())
                .arg(Acknowledged.key(partition))
                .arg(WholePartitions.wholeKey(partition))
                .arg(WholePartitions.begunKey(partition));
        shops.forEach(shop -> put.arg(shopKey(shop.id())));
        put.arg(version.epoch()).arg(version.n()).arg(known.epoch()).arg(known.n());
        put.arg(ToldChannel.ofShops(partition));
        shops.forEach(shop -> put.arg(Buffer.buffer(AnnouncedBytes.write(shop.announced()))));
        return List.of(Request.cmd(Command.SCRIPT).arg("LOAD").arg(SET_UNLESS_OLDER), put);
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

    private static String shopKey(String shopId) {
        return SHOP_KEY + shopId;
    }

    private static String feedsKey(int partition) {
        return "score:feeds:" + partition;
    }
}
