package org.shopscore.aggregator.tile.page;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.shopscore.aggregator.tile.Amounts;

/** Amounts by a key of bytes, looked up where the key stands among others: nothing is made of a key that is there. Pure. */
final class AmountsByKey {

    static final class Entry {

        private final byte[] key;
        private final Amounts amounts = new Amounts();

        private Entry(byte[] key) {
            this.key = key;
        }

        byte[] key() {
            return key;
        }

        Amounts amounts() {
            return amounts;
        }
    }

    private static final int SMALLEST = 1 << 10;
    private static final int SPREAD = 0x9E3779B9;

    // A table with free places, at most half full: each entry stands at the first one that is free from its hash on.
    private Entry[] places = new Entry[SMALLEST];
    private int size;

    /**
     * What the key has, nothing at first.
     *
     * @param to one after its last
     */
    Amounts of(byte[] bytes, int from, int to) {
        int at = place(bytes, from, to);
        if (places[at] == null) {
            if (2 * size >= places.length) {
                grow();
                at = place(bytes, from, to);
            }
            places[at] = new Entry(Arrays.copyOfRange(bytes, from, to));
            size++;
        }
        return places[at].amounts;
    }

    private int place(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        // Ids that count up have hashes that do: spread, or they stand in one long row.
        int at = (hash * SPREAD) >>> Integer.numberOfLeadingZeros(places.length - 1);
        while (places[at] != null && !Arrays.equals(places[at].key, 0, places[at].key.length, bytes, from, to)) {
            at = (at + 1) & (places.length - 1);
        }
        return at;
    }

    private void grow() {
        var before = places;
        places = new Entry[2 * before.length];
        for (Entry entry : before) {
            if (entry != null) {
                places[place(entry.key, 0, entry.key.length)] = entry;
            }
        }
    }

    /** Each key that was asked for, in no order. */
    Stream<Entry> all() {
        return Arrays.stream(places).filter(Objects::nonNull);
    }
}
