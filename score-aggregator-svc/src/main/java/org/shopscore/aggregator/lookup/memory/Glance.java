package org.shopscore.aggregator.lookup.memory;

import org.shopscore.aggregator.shop.table.ShopBytes;
import org.shopscore.aggregator.shop.table.ShopTable;

/**
 * The shops of a partition at one instant, for who looks for many: place after place of each, and with those that are waited for the
 * processor fetches the places of others.
 */
public final class Glance {

    private final ShopTable.Places places;
    private final int generation;

    Glance(ShopTable.Places places, int generation) {
        this.places = places;
        this.generation = generation;
    }

    /**
     * @param hash of the shop's id
     * @param attempt 0, and so on as long as another shop stands there
     * @return null where nothing stands: the shop is not known
     */
    public byte[] at(int hash, int attempt) {
        return places.at(hash, attempt);
    }

    /** Whether it is the shop's whose id stands in the text. */
    public static boolean isOf(byte[] entry, byte[] text, int from, int to) {
        return ShopBytes.isOf(entry, text, from, to);
    }

    /** Whether it has the line that {@link MemoryShops#written} would give. */
    public boolean isWritten(byte[] entry) {
        return Entry.isWritten(entry, generation);
    }
}
