package org.shopscore.aggregator.lookup.redis;

import io.quarkus.runtime.util.HashUtil;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import java.util.List;
import org.shopscore.aggregator.lookup.memory.Announced.Version;

/** Puts shops of one partition into Redis and tells who follows it, in one step (docs/decisions/0047, 0062). */
final class PutScript {

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

    /** The script goes along each time: a Redis that was restarted has forgotten it. */
    static List<Request> requests(int partition, Version version, Version known, List<RedisShops.Shop> shops) {
        Request put = Request.cmd(Command.EVALSHA)
                .arg(SET_UNLESS_OLDER_SHA)
                .arg(3 + shops.size())
                .arg(Acknowledged.key(partition))
                .arg(WholePartitions.wholeKey(partition))
                .arg(WholePartitions.begunKey(partition));
        shops.forEach(shop -> put.arg(RedisShops.shopKey(shop.id())));
        put.arg(version.epoch()).arg(version.n()).arg(known.epoch()).arg(known.n());
        put.arg(ToldChannel.ofShops(partition));
        shops.forEach(shop -> put.arg(Buffer.buffer(AnnouncedBytes.write(shop.announced()))));
        return List.of(Request.cmd(Command.SCRIPT).arg("LOAD").arg(SET_UNLESS_OLDER), put);
    }

    private PutScript() {}
}
