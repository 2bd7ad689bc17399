package org.shopscore.aggregator.shop.table;

import java.util.List;
import java.util.stream.Stream;
import org.shopscore.metric.Lane;

/** Shops of all lanes, a {@link ShopTable} each. One writer at a time; readers take no lock. */
public final class LaneTables {

    private final List<ShopTable> lanes =
            Stream.generate(ShopTable::new).limit(Lane.COUNT).toList();

    /** Null for a shop that is in none of them. */
    public byte[] find(Id id) {
        return lanes.get(id.partition()).find(id);
    }

    /** Takes the place of what there is of the shop. */
    public void put(byte[] entry) {
        int hash = Lane.hash(entry, ShopBytes.idFrom(), ShopBytes.idTo(entry));
        lanes.get(Lane.ofHash(hash)).put(entry);
    }

    /** All shops of the lane as they are now or, of those that are put meanwhile, as they were. */
    public Stream<byte[]> entries(int lane) {
        return lanes.get(lane).entries();
    }

    public Stream<String> shopIds(int lane) {
        return entries(lane).map(ShopBytes::shopId);
    }

    /** Asked by the writer, or about: how many shops of the lane there are. */
    public int size(int lane) {
        return lanes.get(lane).size();
    }

    public int size() {
        return lanes.stream().mapToInt(ShopTable::size).sum();
    }
}
