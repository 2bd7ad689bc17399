package org.shopscore.aggregator.ingest;

import java.util.Arrays;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.TileBytes;

/** The packed tiles of one shop by day, as day of the epoch. Never changed: memory and a draft can hold the same. */
final class DayTiles {

    static final DayTiles NONE = new DayTiles(new int[0], new byte[0][]);
    private static final byte[] EMPTY = {};

    private final int[] days;
    private final byte[][] tiles;

    private DayTiles(int[] days, byte[][] tiles) {
        this.days = days;
        this.tiles = tiles;
    }

    /** @return an empty tile for a day without one */
    byte[] on(int day) {
        int at = Arrays.binarySearch(days, day);
        return at < 0 ? EMPTY : tiles[at];
    }

    DayTiles with(int day, byte[] tile) {
        int found = Arrays.binarySearch(days, day);
        if (found >= 0) {
            byte[][] replaced = tiles.clone();
            replaced[found] = tile;
            return new DayTiles(days, replaced);
        }
        int at = -found - 1;
        int[] moreDays = Arrays.copyOf(days, days.length + 1);
        byte[][] moreTiles = Arrays.copyOf(tiles, tiles.length + 1);
        System.arraycopy(days, at, moreDays, at + 1, days.length - at);
        System.arraycopy(tiles, at, moreTiles, at + 1, tiles.length - at);
        moreDays[at] = day;
        moreTiles[at] = tile;
        return new DayTiles(moreDays, moreTiles);
    }

    /** The days from that one on. */
    DayTiles from(int day) {
        int found = Arrays.binarySearch(days, day);
        int at = found < 0 ? -found - 1 : found;
        return at == 0
                ? this
                : new DayTiles(Arrays.copyOfRange(days, at, days.length), Arrays.copyOfRange(tiles, at, tiles.length));
    }

    /** What the days up to that one, included, amount to. */
    Amounts sumUntil(int day) {
        var sum = new Amounts();
        for (int at = 0; at < days.length && days[at] <= day; at++) {
            TileBytes.addTo(sum, tiles[at]);
        }
        return sum;
    }
}
