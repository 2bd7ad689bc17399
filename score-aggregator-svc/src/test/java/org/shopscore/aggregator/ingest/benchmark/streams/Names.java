package org.shopscore.aggregator.ingest.benchmark.streams;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shopscore.metric.Measures;

/** Numbers of the measures, found by the bytes of their names without making a string. */
final class Names {

    static final List<String> ALL = Measures.names().stream().sorted().toList();
    private static final Map<String, Integer> NUMBERS =
            IntStream.range(0, ALL.size()).boxed().collect(Collectors.toMap(ALL::get, i -> i));
    private static final int SLOTS = 256;
    private static final int[] HASHES = new int[SLOTS];
    private static final byte[] BY_SLOT = new byte[SLOTS];

    static {
        Arrays.fill(BY_SLOT, (byte) -1);
        for (int i = 0; i < ALL.size(); i++) {
            byte[] name = ALL.get(i).getBytes(US_ASCII);
            if (number(name, 0, name.length) >= 0) {
                throw new IllegalStateException("two names with one hash: " + ALL.get(i));
            }
            int slot = slot(hash(name, 0, name.length));
            HASHES[slot] = hash(name, 0, name.length);
            BY_SLOT[slot] = (byte) i;
        }
    }

    private static int hash(byte[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text[i];
        }
        return hash;
    }

    /** That of the hash, or the free one where it belongs. */
    private static int slot(int hash) {
        int slot = (hash * 0x9E3779B1) >>> 24;
        while (BY_SLOT[slot] >= 0 && HASHES[slot] != hash) {
            slot = (slot + 1) % SLOTS;
        }
        return slot;
    }

    /** -1 for a name that is not of this version. */
    static int number(byte[] text, int from, int to) {
        return BY_SLOT[slot(hash(text, from, to))];
    }

    static int number(String name) {
        return NUMBERS.getOrDefault(name, -1);
    }

    private Names() {}
}
