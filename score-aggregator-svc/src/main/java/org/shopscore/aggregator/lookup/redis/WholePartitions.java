package org.shopscore.aggregator.lookup.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shopscore.aggregator.lookup.memory.Announced.Version;

/**
 * Of which partitions Redis holds every shop: a mark of each stands beside them, goes where they go when Redis is emptied, and names the
 * form that they are written in. A Redis that came back with an older copy of itself has an old mark, but also an old version.
 */
@ApplicationScoped
public class WholePartitions {

    /** Sets KEYS[2] where KEYS[1] still holds ARGV[1]: a Redis that was emptied meanwhile holds none of it. */
    private static final String SET_IF_STANDING = """
            if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('SET', KEYS[2], ARGV[1]) return 1 end
            return 0
            """;

    /**
     * Of each partition that the keys name by three, sets KEYS[2] to ARGV[1] and takes KEYS[1] away. KEYS[3], the version, stands at least at
     * the next two arguments from then on: what is written now is no older copy of what was lost.
     */
    private static final String BEGIN = """
            for i = 1, #KEYS, 3 do
              local at = (i - 1) / 3 * 2 + 2
              local epoch, n = tonumber(ARGV[at]), tonumber(ARGV[at + 1])
              local e, m = string.match(redis.call('GET', KEYS[i + 2]) or '', '^(%d+)%.(%d+)$')
              e, m = tonumber(e or 0), tonumber(m or 0)
              if e < epoch or (e == epoch and m < n) then redis.call('SET', KEYS[i + 2], ARGV[at] .. '.' .. ARGV[at + 1]) end
              redis.call('DEL', KEYS[i])
              redis.call('SET', KEYS[i + 1], ARGV[1])
            end
            """;

    /** Of this process, left where it begins to write all shops of a partition. */
    private final String token = UUID.randomUUID().toString();

    private final RedisLine line;
    private final Acknowledged acknowledged;

    WholePartitions(RedisLine line, Acknowledged acknowledged) {
        this.line = line;
        this.acknowledged = acknowledged;
    }

    /** @return those of the partitions of which not every shop is here; from now on they are being written by this process */
    public Uni<Set<Integer>> lacking(Collection<Integer> partitions) {
        List<Integer> asked = List.copyOf(partitions);
        if (asked.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        var versions = acknowledged.now();
        Request mget = Request.cmd(Command.MGET);
        asked.forEach(partition -> mget.arg(wholeKey(partition)).arg(Acknowledged.key(partition)));
        return line.write(mget).chain(response -> {
            Set<Integer> lacking = new HashSet<>();
            for (int i = 0; i < asked.size(); i++) {
                Optional<Version> known = Optional.ofNullable(versions.get(asked.get(i)));
                if (response.get(2 * i) == null || isOlder(response.get(2 * i + 1), known)) {
                    lacking.add(asked.get(i));
                }
            }
            return begun(lacking).replaceWith(lacking);
        });
    }

    private static boolean isOlder(Response held, Optional<Version> acknowledged) {
        return acknowledged
                .filter(version ->
                        held == null || Version.parse(held.toString()).compareTo(version) < 0)
                .isPresent();
    }

    private Uni<Void> begun(Set<Integer> lacking) {
        if (lacking.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Request begin = Request.cmd(Command.EVAL).arg(BEGIN).arg(3 * lacking.size());
        for (int partition : lacking) {
            begin.arg(wholeKey(partition)).arg(begunKey(partition)).arg(Acknowledged.key(partition));
        }
        begin.arg(token);
        for (int partition : lacking) {
            Version known = acknowledged.of(partition);
            begin.arg(known.epoch()).arg(known.n());
        }
        return line.write(begin).replaceWithVoid();
    }

    /** Every shop of the partition has been written since it was found {@link #lacking}. */
    public Uni<Void> whole(int partition) {
        return line.write(Request.cmd(Command.EVAL)
                        .arg(SET_IF_STANDING)
                        .arg(2)
                        .arg(begunKey(partition))
                        .arg(wholeKey(partition))
                        .arg(token))
                .replaceWithVoid();
    }

    static String begunKey(int partition) {
        return "score:begun:" + partition;
    }

    static String wholeKey(int partition) {
        return "score:whole:" + AnnouncedBytes.FORM + ":" + partition;
    }
}
