package org.shopscore.aggregator.ingest.benchmark.streams;

import java.util.Arrays;
import org.shopscore.aggregator.score.window.WindowSums;

/** A shop's days and what they sum up to over the window. */
final class Shop implements WindowSums {

    static final int WINDOW = 30;

    final byte[] key;
    private int[] days = new int[4];
    private Tile[] tiles = new Tile[4];
    private int size;
    private final long[] sums = new long[Names.ALL.size()];
    boolean isDirty;
    String told = "";

    Shop(byte[] key) {
        this.key = key;
    }

    Tile tile(int day) {
        int at = 0;
        while (at < size && days[at] != day) {
            at++;
        }
        if (at == size) {
            put(day, new Tile(key, day));
        }
        return tiles[at];
    }

    void put(int day, Tile tile) {
        if (size == days.length) {
            days = Arrays.copyOf(days, size * 2);
            tiles = Arrays.copyOf(tiles, size * 2);
        }
        days[size] = day;
        tiles[size++] = tile;
    }

    void addToWindow(int measure, long amount) {
        sums[measure] += amount;
    }

    /** The window ends on another day. */
    void moveTo(int today) {
        Arrays.fill(sums, 0);
        for (int i = 0; i < size; i++) {
            if (days[i] <= today && days[i] > today - WINDOW) {
                tiles[i].addTo(sums);
            }
        }
    }

    @Override
    public long sum(String measure) {
        int number = Names.number(measure);
        return number < 0 ? 0 : sums[number];
    }
}
