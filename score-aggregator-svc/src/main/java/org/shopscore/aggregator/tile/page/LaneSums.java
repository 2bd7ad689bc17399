package org.shopscore.aggregator.tile.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.Counting;

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

    private final Counting counting;
    private final AmountsByKey shops = new AmountsByKey();

    /** @param counting what each tile adds */
    public LaneSums(Counting counting) {
        this.counting = counting;
    }

    public void add(byte[] entries) {
        var entry = new TileEntries.Walk(entries);
        while (entry.next()) {
            if (counting.isMaturing()) {
                addMaturing(entries, entry);
            } else if (counting.holds(entry.day())) {
                entry.addTo(shops.of(entries, entry.id(), entry.idEnd()));
            }
        }
    }

    private void addMaturing(byte[] entries, TileEntries.Walk entry) {
        if (entry.day() < counting.firstDay() || entry.day() > counting.to()) {
            return;
        }
        var tile = new Amounts();
        entry.addTo(tile);
        Amounts counted = counting.of(entry.day(), tile);
        if (counted.size() > 0 || counting.holds(entry.day())) {
            shops.of(entries, entry.id(), entry.idEnd()).add(counted);
        }
    }

    /** Each shop that a tile was added of, also where it came to nothing. */
    public List<Shop> all() {
        return shops.all().map(entry -> new Shop(entry.key(), entry.amounts())).toList();
    }
}
