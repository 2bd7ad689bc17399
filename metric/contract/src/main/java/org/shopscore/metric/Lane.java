package org.shopscore.metric;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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
    private static final VarHandle LITTLE_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /**
     * @param key the record key, in most cases a shop id
     * @return 0 to {@link #COUNT} - 1
     */
    public static int of(String key) {
        return of(key.getBytes(StandardCharsets.UTF_8));
    }

    /** @param key as it stands in the record */
    public static int of(byte[] key) {
        return ofHash(hash(key, 0, key.length));
    }

    /** @param hash of a key, as {@link #hash} makes it */
    public static int ofHash(int hash) {
        return (hash & 0x7fffffff) % COUNT;
    }

    /**
     * MurmurHash2, 32 bit, in the variant and with the seed of Kafka's default partitioner.
     *
     * @param data holds the key in UTF-8
     * @param from where the key begins
     * @param to   behind its last byte
     */
    public static int hash(byte[] data, int from, int to) {
        int length = to - from;
        int hash = SEED ^ length;
        int whole = from + (length & ~3);
        for (int i = from; i < whole; i += 4) {
            hash = (hash * MIX) ^ mixed((int) LITTLE_ENDIAN.get(data, i));
        }
        return avalanche(tail(data, whole, to, hash));
    }

    private static int mixed(int word) {
        int mixed = word * MIX;
        return (mixed ^ (mixed >>> 24)) * MIX;
    }

    private static int tail(byte[] data, int from, int to, int hash) {
        int tailed = hash;
        for (int i = to - 1; i >= from; i--) {
            tailed ^= (data[i] & 0xff) << (8 * (i - from));
        }
        return from < to ? tailed * MIX : tailed;
    }

    private static int avalanche(int hash) {
        int once = (hash ^ (hash >>> 13)) * MIX;
        return once ^ (once >>> 15);
    }

    private Lane() {}
}
