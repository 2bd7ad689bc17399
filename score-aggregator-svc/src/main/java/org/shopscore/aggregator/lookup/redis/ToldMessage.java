package org.shopscore.aggregator.lookup.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is published of shops that were put: of each u16 length of its key, the key, u16 length of its value, the value. */
final class ToldMessage {

    /** Empty where any of it cannot be read: what this process holds of that shop is old then, and it is not known which one it is. */
    static Optional<List<RedisShops.Shop>> read(byte[] message) {
        var in = ByteBuffer.wrap(message);
        var shops = new ArrayList<RedisShops.Shop>();
        while (in.hasRemaining()) {
            String key = new String(next(in), UTF_8);
            var announced = AnnouncedBytes.read(next(in));
            if (announced.isEmpty()) {
                return Optional.empty();
            }
            shops.add(new RedisShops.Shop(key.substring(RedisShops.SHOP_KEY.length()), announced.get()));
        }
        return Optional.of(shops);
    }

    private static byte[] next(ByteBuffer in) {
        var bytes = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(bytes);
        return bytes;
    }

    private ToldMessage() {}
}
