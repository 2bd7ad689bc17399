package org.shopscore.aggregator.ingest.benchmark;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.shopscore.metric.Measures;

/** Amounts by shop, day and measure, counted without anything of the product; one flat table, because there are millions. */
final class Cells {

    static final List<String> MEASURES = Measures.names().stream().sorted().toList();
    private static final int BITS_OF_MEASURE = 6;
    private static final int BITS_OF_DAY = 5;
    private static final long FREE = -1;

    private long[] keys = filled(1 << 16);
    private long[] amounts = new long[1 << 16];
    private int size;

    interface Each {
        void cell(int shop, int daysAgo, int measure, long amount);
    }

    /** What the load must come to; a fact that is sent twice counts once. */
    static Cells of(Load load) {
        var cells = new Cells();
        load.forEach(event -> {
            for (int i = 0; i < event.amounts.length; i++) {
                String measure = event.kind.measures().get(i).measure();
                cells.add(event.shop, event.daysAgo, measure, event.amounts[i]);
            }
        });
        return cells;
    }

    void add(int shop, int daysAgo, String measure, long amount) {
        long key = key(shop, daysAgo, Collections.binarySearch(MEASURES, measure));
        int at = slot(keys, key);
        if (keys[at] == FREE) {
            keys[at] = key;
            size++;
        }
        amounts[at] += amount;
        if (size > keys.length / 2) {
            grow();
        }
    }

    private static long key(int shop, int daysAgo, int measure) {
        return (((((long) shop) << BITS_OF_DAY) | daysAgo) << BITS_OF_MEASURE) | measure;
    }

    private void grow() {
        var oldKeys = keys;
        var oldAmounts = amounts;
        keys = filled(oldKeys.length * 2);
        amounts = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int at = slot(keys, oldKeys[i]);
                keys[at] = oldKeys[i];
                amounts[at] = oldAmounts[i];
            }
        }
    }

    private static long[] filled(int length) {
        var keys = new long[length];
        Arrays.fill(keys, FREE);
        return keys;
    }

    private static int slot(long[] keys, long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 32) & (keys.length - 1);
        while (keys[at] != FREE && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    /** Each amount that is not 0. */
    void forEach(Each each) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != FREE && amounts[i] != 0) {
                long day = keys[i] >>> BITS_OF_MEASURE;
                each.cell(
                        (int) (day >>> BITS_OF_DAY),
                        (int) day & ((1 << BITS_OF_DAY) - 1),
                        (int) keys[i] & ((1 << BITS_OF_MEASURE) - 1),
                        amounts[i]);
            }
        }
    }

    private long amount(int shop, int daysAgo, int measure) {
        int at = slot(keys, key(shop, daysAgo, measure));
        return keys[at] == FREE ? 0 : amounts[at];
    }

    int size() {
        return size;
    }

    /** How many cells are not the same in the other. */
    long differences(Cells other) {
        return missing(other) + other.missing(this);
    }

    private long missing(Cells other) {
        var count = new LongAdder();
        forEach((shop, daysAgo, measure, amount) -> {
            if (other.amount(shop, daysAgo, measure) != amount) {
                count.increment();
            }
        });
        return count.sum();
    }

    /** Of some shops, by how long ago the day is. */
    Map<Integer, SortedMap<Integer, SortedMap<String, Long>>> days(Set<Integer> shops) {
        var days = new HashMap<Integer, SortedMap<Integer, SortedMap<String, Long>>>();
        forEach((shop, daysAgo, measure, amount) -> {
            if (shops.contains(shop)) {
                days.computeIfAbsent(shop, _ -> new TreeMap<>())
                        .computeIfAbsent(daysAgo, _ -> new TreeMap<>())
                        .put(MEASURES.get(measure), amount);
            }
        });
        return days;
    }
}
