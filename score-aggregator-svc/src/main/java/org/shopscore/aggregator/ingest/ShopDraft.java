package org.shopscore.aggregator.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.TileBytes;

/** One shop as it will be when the batch is committed. */
final class ShopDraft {

    private final ShopState before;
    private final Window window;
    private final IntFunction<byte[]> oldTile;
    private final Amounts sums;
    private final Map<Integer, Amounts> tiles = new HashMap<>();
    private final SortedSet<Integer> changed = new TreeSet<>();

    /** @param oldTile the committed tile of a day before the window */
    ShopDraft(ShopState before, Window window, IntFunction<byte[]> oldTile) {
        this.before = before;
        this.window = window;
        this.oldTile = oldTile;
        this.sums = before.sums().copy();
    }

    boolean fits(int day, Amounts more) {
        Amounts tile = tile(day);
        for (int at = 0; at < more.size(); at++) {
            long amount = Math.addExact(tile.get(more.id(at)), more.amount(at));
            if (amount > Amounts.MOST || amount < -Amounts.MOST) {
                return false;
            }
        }
        return true;
    }

    void add(int day, Amounts more) {
        tile(day).add(more);
        changed.add(day);
        if (window.holds(day)) {
            sums.add(more);
        }
    }

    private Amounts tile(int day) {
        return tiles.computeIfAbsent(
                day, _ -> TileBytes.unpack(window.keeps(day) ? before.tiles().on(day) : oldTile.apply(day)));
    }

    /** The sums after the batch. */
    Amounts sums() {
        return sums;
    }

    /** The whole tile of each day that changed. */
    SortedMap<Integer, byte[]> packed() {
        var packed = new TreeMap<Integer, byte[]>();
        changed.forEach(day -> packed.put(day, TileBytes.pack(tiles.get(day))));
        return packed;
    }

    ShopState after(SortedMap<Integer, byte[]> packed) {
        DayTiles after = before.tiles();
        for (var tile : packed.tailMap(window.from()).entrySet()) {
            after = after.with(tile.getKey(), tile.getValue());
        }
        return new ShopState(after, sums);
    }
}
