package org.shopscore.aggregator.official.newest;

import java.util.Optional;
import org.shopscore.aggregator.official.Official;
import org.shopscore.aggregator.shop.table.Id;
import org.shopscore.aggregator.shop.table.ShopTable;

/** The official scores of one day, by shop. One writer at a time; readers take no lock. */
final class DayScores {

    private final ShopTable shops = new ShopTable();
    private final PackedScores packed = new PackedScores();

    /** Unless a newer revision is known. */
    void put(String shopId, Official score) {
        byte[] before = shops.find(Id.of(shopId));
        if (before == null || packed.unpack(before).revision() <= score.revision()) {
            shops.put(packed.pack(shopId, score));
        }
    }

    Optional<Official> of(String shopId) {
        return Optional.ofNullable(shops.find(Id.of(shopId))).map(packed::unpack);
    }

    int size() {
        return shops.size();
    }
}
