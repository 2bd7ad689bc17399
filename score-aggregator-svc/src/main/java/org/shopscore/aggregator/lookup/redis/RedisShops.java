package org.shopscore.aggregator.lookup.redis;

import io.quarkus.runtime.util.HashUtil;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shopscore.aggregator.lookup.memory.Announced;
import org.shopscore.aggregator.score.FeedState;
import org.shopscore.metric.Lane;

/** The shops of all partitions, for the processes that do not own them. Nothing in it that PostgreSQL cannot give again. */
@ApplicationScoped
public class RedisShops {

    private static final int MOST_IN_A_BATCH = 500;
    private static final Duration BATCH_PATIENCE = Duration.ofSeconds(1);

    /** Sets KEYS[1] to ARGV[3] unless it holds a version that is not older than ARGV[1].ARGV[2]. */
    private static final String SET_IF_NEWER = """
            local held = redis.call('GETRANGE', KEYS[1], 0, 63)
            local epoch, n = string.match(held, '^{"version":"(%d+)%.(%d+)"')
            if epoch then
              epoch, n = tonumber(epoch), tonumber(n)
              local e, m = tonumber(ARGV[1]), tonumber(ARGV[2])
              if epoch > e or (epoch == e and n >= m) then return 0 end
            end
            redis.call('SET', KEYS[1], ARGV[3])
            return 1
            """;

    private static final String SET_IF_NEWER_SHA = HashUtil.sha1(SET_IF_NEWER);

    /** Sets KEYS[2] where KEYS[1] still holds ARGV[1]: a Redis that was emptied meanwhile holds none of it. */
    private static final String SET_IF_STANDING = """
            if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('SET', KEYS[2], ARGV[1]) return 1 end
            return 0
            """;

    /** Of this process, left where it begins to write all shops of a partition. */
    private final String token = UUID.randomUUID().toString();

    private final RedisLine line;
    private final AnnouncedJson json;

    RedisShops(RedisLine line, AnnouncedJson json) {
        this.line = line;
        this.json = json;
    }

    /** @param values by shop id, as {@link AnnouncedJson} writes them */
    public Uni<Void> put(Announced.Version version, Map<String, String> values) {
        return Multi.createFrom()
                .iterable(values.entrySet())
                .group()
                .intoLists()
                .of(MOST_IN_A_BATCH)
                .onItem()
                .transformToUniAndConcatenate(some -> line.batch(batch(version, some), BATCH_PATIENCE))
                .onItem()
                .ignoreAsUni();
    }

    /** The script goes along each time: a Redis that was restarted has forgotten it. */
    private static List<Request> batch(Announced.Version version, List<Map.Entry<String, String>> values) {
        var requests = new ArrayList<Request>(values.size() + 1);
        requests.add(Request.cmd(Command.SCRIPT).arg("LOAD").arg(SET_IF_NEWER));
        values.forEach(value -> requests.add(Request.cmd(Command.EVALSHA)
                .arg(SET_IF_NEWER_SHA)
                .arg(1)
                .arg(shopKey(value.getKey()))
                .arg(version.epoch())
                .arg(version.n())
                .arg(value.getValue())));
        return requests;
    }

    /** @return those of the partitions of which not every shop is here; from now on they are being written by this process */
    public Uni<Set<Integer>> lacking(Collection<Integer> partitions) {
        List<Integer> asked = List.copyOf(partitions);
        if (asked.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        Request mget = Request.cmd(Command.MGET);
        asked.forEach(partition -> mget.arg(wholeKey(partition)));
        return line.send(mget).chain(response -> {
            Set<Integer> lacking = new HashSet<>();
            for (int i = 0; i < asked.size(); i++) {
                if (text(response.get(i)).isEmpty()) {
                    lacking.add(asked.get(i));
                }
            }
            return begun(lacking).replaceWith(lacking);
        });
    }

    private Uni<Void> begun(Set<Integer> lacking) {
        if (lacking.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Request mset = Request.cmd(Command.MSET);
        lacking.forEach(partition -> mset.arg(begunKey(partition)).arg(token));
        return line.send(mset).replaceWithVoid();
    }

    /** Every shop of the partition has been written since it was found {@link #lacking}. */
    public Uni<Void> whole(int partition) {
        return line.send(Request.cmd(Command.EVAL)
                        .arg(SET_IF_STANDING)
                        .arg(2)
                        .arg(begunKey(partition))
                        .arg(wholeKey(partition))
                        .arg(token))
                .replaceWithVoid();
    }

    /** Not guarded by a version: a process that lost the partition can only make it look less complete, until the next heartbeat. */
    public Uni<Void> put(int partition, FeedState state) {
        return line.send(Request.cmd(Command.SET).arg(feedsKey(partition)).arg(json.write(state)))
                .replaceWithVoid();
    }

    public Uni<Optional<Announced>> of(String shopId) {
        return get(shopKey(shopId)).map(text -> text.flatMap(json::announced));
    }

    public Uni<Optional<FeedState>> feeds(int partition) {
        return get(feedsKey(partition)).map(text -> text.flatMap(json::feeds));
    }

    /** Shops and the feeds of their partitions, by one MGET. */
    public Uni<Found> of(Collection<String> shops) {
        List<String> asked = List.copyOf(shops);
        List<Integer> partitions =
                asked.stream().map(Lane::of).distinct().sorted().toList();
        Request mget = Request.cmd(Command.MGET);
        asked.forEach(shop -> mget.arg(shopKey(shop)));
        partitions.forEach(partition -> mget.arg(feedsKey(partition)));
        return line.send(mget).map(response -> {
            var found = new Found(new HashMap<>(), new HashMap<>());
            for (int i = 0; i < asked.size(); i++) {
                String shop = asked.get(i);
                text(response.get(i)).flatMap(json::announced).ifPresent(one -> found.shops.put(shop, one));
            }
            for (int i = 0; i < partitions.size(); i++) {
                int partition = partitions.get(i);
                text(response.get(asked.size() + i))
                        .flatMap(json::feeds)
                        .ifPresent(feeds -> found.feeds.put(partition, feeds));
            }
            return found;
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

    private static Optional<String> text(Response response) {
        return Optional.ofNullable(response).map(Object::toString);
    }

    private Uni<Optional<String>> get(String key) {
        return line.send(Request.cmd(Command.GET).arg(key)).map(RedisShops::text);
    }

    private static String shopKey(String shopId) {
        return "score:shop:" + shopId;
    }

    private static String begunKey(int partition) {
        return "score:begun:" + partition;
    }

    private static String wholeKey(int partition) {
        return "score:whole:" + partition;
    }

    private static String feedsKey(int partition) {
        return "score:feeds:" + partition;
    }
}
