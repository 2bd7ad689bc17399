package org.shopscore.aggregator.official.newest;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shopscore.aggregator.official.Official;
import org.shopscore.aggregator.shop.table.Id;
import org.shopscore.aggregator.shop.table.LaneTables;
import org.shopscore.metric.Lane;

/** The official scores of one day, by shop. One writer at a time; readers take no lock. */
final class DayScores {

    private final LaneTables shops = new LaneTables();
    private final PackedScores packed = new PackedScores();

    /**
     * Unless it or a newer revision is known.
     *
     * @return whether it took the place of what was known
     */
    boolean put(String shopId, Official score) {
        byte[] before = shops.find(Id.of(shopId));
        boolean isNews = before == null || isNews(packed.unpack(before), score);
        if (isNews) {
            shops.put(packed.pack(shopId, score));
        }
        return isNews;
    }

    private static boolean isNews(Official known, Official score) {
        return known.revision() <= score.revision() && !known.equals(score);
    }

    Optional<Official> of(String shopId) {
        return Optional.ofNullable(shops.find(Id.of(shopId))).map(packed::unpack);
    }

    Stream<String> shopIds() {
        return IntStream.range(0, Lane.COUNT).boxed().flatMap(this::shopIds);
    }

    Stream<String> shopIds(int lane) {
        return shops.shopIds(lane);
    }

    int size(int lane) {
        return shops.size(lane);
    }

    int size() {
        return shops.size();
    }
}
