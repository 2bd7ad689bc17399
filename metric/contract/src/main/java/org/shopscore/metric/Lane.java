package org.shopscore.metric;

import java.nio.charset.StandardCharsets;

/**
 * The lane a shop's events travel in: its partition of {@link Topics#METRIC_EVENTS}.
 *
 * <p>The count and the hash are part of the contract: both are what Kafka's default partitioner makes of the shop id as key.
 */
public final class Lane {

    /** Partitions of the topic, fixed from the first day. */
    public static final int COUNT = 32;

    private static final int SEED = 0x9747b28c;
    private static final int MIX = 0x5bd1e995;

    /**
     * @param key the record key, in most cases a shop id
     * @return 0 to {@link #COUNT} - 1
     */
    public static int of(String key) {
        return of(key.getBytes(StandardCharsets.UTF_8));
    }

    /** @param key as it stands in the record */
    public static int of(byte[] key) {
        return (murmur2(key) & 0x7fffffff) % COUNT;
    }

    /** MurmurHash2, 32 bit, in the variant and with the seed of Kafka's default partitioner. */
    private static int murmur2(byte[] data) {
        int hash = SEED ^ data.length;
        int whole = data.length & ~3;
        for (int i = 0; i < whole; i += 4) {
            hash = (hash * MIX) ^ mixed(littleEndian(data, i));
        }
        return avalanche(tail(data, whole, hash));
    }

    private static int littleEndian(byte[] data, int at) {
        return (data[at] & 0xff)
                | ((data[at + 1] & 0xff) << 8)
                | ((data[at + 2] & 0xff) << 16)
                | ((data[at + 3] & 0xff) << 24);
    }

    private static int mixed(int word) {
        int mixed = word * MIX;
        return (mixed ^ (mixed >>> 24)) * MIX;
    }

    private static int tail(byte[] data, int from, int hash) {
        int tailed = hash;
        for (int i = data.length - 1; i >= from; i--) {
            tailed ^= (data[i] & 0xff) << (8 * (i - from));
        }
        return from < data.length ? tailed * MIX : tailed;
    }

    private static int avalanche(int hash) {
        int once = (hash ^ (hash >>> 13)) * MIX;
        return once ^ (once >>> 15);
    }

    private Lane() {}
}
