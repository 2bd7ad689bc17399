package org.shopscore.aggregator.official.input;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shopscore.aggregator.policy.metric.Maturities;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.MeasureIds;
import org.shopscore.aggregator.tile.page.LaneSums;

/**
 * The inputs of shops of a partition that follow each other in the order of their ids. Pure.
 *
 * @param inputs of each, as {@link InputBytes} has them
 */
record InputPage(List<String> shops, Buffer inputs) {

    /** Where a page is full: with the shop that passes it, it still fits into a page of the database, so that a row is one. */
    private static final int MOST_BYTES = 7_600;

    /** What an array has beside each id, filled up to four. */
    private static final int ID_BYTES = 4 + 3;

    private record Shop(String id, ShopProfile profile, Amounts sums) {}

    InputPage {
        shops = List.copyOf(shops);
    }

    /** @param matured what was counted besides measures */
    List<Input> all(int partition, MeasureIds ids, Maturities matured) {
        var all = new ArrayList<Input>(shops.size());
        InputBytes.read(
                inputs.getBytes(),
                (profile, sums) -> all.add(
                        new Input(shops.get(all.size()), 0, partition, new StoredSums(sums, ids, matured), profile)));
        return all;
    }

    /**
     * Every shop that was counted, is registered, or was in a day before, once, in the order of their ids.
     *
     * @param before shops of the day before: a shop that once had a score has one for ever
     */
    static List<InputPage> of(
            List<LaneSums.Shop> counted, Map<String, ShopProfile> registered, Collection<String> before) {
        var rest = new HashMap<String, ShopProfile>();
        before.forEach(shop -> rest.put(shop, ShopProfile.UNKNOWN));
        rest.putAll(registered);
        var shops = new ArrayList<Shop>(Math.max(counted.size(), rest.size()));
        for (LaneSums.Shop shop : counted) {
            String id = shop.id();
            ShopProfile known = rest.remove(id);
            shops.add(new Shop(id, known == null ? ShopProfile.UNKNOWN : known, shop.sums()));
        }
        rest.forEach((id, profile) -> shops.add(new Shop(id, profile, new Amounts())));
        shops.sort(Comparator.comparing(Shop::id));
        return cut(shops);
    }

    private static List<InputPage> cut(List<Shop> shops) {
        var pages = new ArrayList<InputPage>();
        var ids = new ArrayList<String>();
        var inputs = new InputBytes();
        int idBytes = 0;
        for (Shop shop : shops) {
            ids.add(shop.id());
            inputs.add(shop.profile(), shop.sums());
            idBytes += shop.id().length() + ID_BYTES;
            if (inputs.size() + idBytes > MOST_BYTES) {
                pages.add(new InputPage(ids, Buffer.buffer(inputs.bytes())));
                ids.clear();
                inputs = new InputBytes();
                idBytes = 0;
            }
        }
        if (!ids.isEmpty()) {
            pages.add(new InputPage(ids, Buffer.buffer(inputs.bytes())));
        }
        return pages;
    }
}
