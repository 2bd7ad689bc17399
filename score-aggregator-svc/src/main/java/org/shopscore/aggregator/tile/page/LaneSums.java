package org.shopscore.aggregator.tile.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.shopscore.aggregator.tile.Amounts;

/** Adds tiles up by shop, straight from the bytes of {@link TileEntries}: a lane of a large market has a million of them. Pure. */
public final class LaneSums {

    /** What one shop has. */
    public static final class Shop {

        private final byte[] id;
        private final Amounts sums;

        private Shop(byte[] id, Amounts sums) {
            this.id = id;
            this.sums = sums;
        }

        public String id() {
            return new String(id, StandardCharsets.UTF_8);
        }

        public Amounts sums() {
            return sums;
        }
    }

    private final int firstDay;
    private final int lastDay;
    private final AmountsByKey shops = new AmountsByKey();

    /**
     * @param firstDay of the epoch; tiles of days before are not added
     * @param lastDay  of the epoch, included
     */
    public LaneSums(int firstDay, int lastDay) {
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    public void add(byte[] entries) {
        var entry = new TileEntries.Walk(entries);
        while (entry.next()) {
            if (firstDay <= entry.day() && entry.day() <= lastDay) {
                entry.addTo(shops.of(entries, entry.id(), entry.idEnd()));
            }
        }
    }

    /** Each shop that a tile was added of, also where it came to nothing. */
    public List<Shop> all() {
        return shops.all().map(entry -> new Shop(entry.key(), entry.amounts())).toList();
    }
}
