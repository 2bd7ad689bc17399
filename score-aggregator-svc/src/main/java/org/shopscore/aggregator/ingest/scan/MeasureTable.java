package org.shopscore.aggregator.ingest.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import org.shopscore.aggregator.tile.MeasureIds.Measure;

/** Finds measures by the bytes of their names. */
public final class MeasureTable {

    private final Measure[] measures;
    private final byte[][] names;
    private final int mask;

    public MeasureTable(Collection<Measure> known) {
        int slots = Integer.highestOneBit(Math.max(known.size(), 1) * 4);
        measures = new Measure[slots];
        names = new byte[slots][];
        mask = slots - 1;
        for (Measure measure : known) {
            byte[] name = measure.name().getBytes(StandardCharsets.UTF_8);
            int slot = hash(name, 0, name.length) & mask;
            while (measures[slot] != null) {
                slot = (slot + 1) & mask;
            }
            measures[slot] = measure;
            names[slot] = name;
        }
    }

    /** @return null for a name that is not known */
    Measure named(byte[] text, int from, int to) {
        int slot = hash(text, from, to) & mask;
        while (measures[slot] != null && !Arrays.equals(names[slot], 0, names[slot].length, text, from, to)) {
            slot = (slot + 1) & mask;
        }
        return measures[slot];
    }

    private static int hash(byte[] text, int from, int to) {
        int hash = 0;
        for (int at = from; at < to; at++) {
            hash = 31 * hash + text[at];
        }
        return hash ^ (hash >>> 15);
    }
}
