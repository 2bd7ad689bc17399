package org.shopscore.aggregator.ingest.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.TileBytes;

/** Beside a map of plain numbers. */
class LaneShopsTest {

    private static final long SEED = 20260301;

    private final Random random = new Random(SEED);
    private final LaneShops shops = new LaneShops();
    private final Map<String, Long> plain = new HashMap<>();

    @Test
    void whateverIsPutAndTakenAwayEachShopHasWhatItHasAndOnlyThoseAreHeld() {
        for (int step = 0; step < 200_000; step++) {
            String shop = shop(random.nextInt(5_000));
            long amount = random.nextInt(3) == 0 ? 0 : random.nextLong() >> random.nextInt(64);
            shops.put(shop, TileBytes.pack(of(amount)));
            plain.put(shop, amount);
        }
        isRight();
        plain.keySet().forEach(shop -> shops.put(shop, new byte[0]));
        plain.replaceAll((_, _) -> 0L);
        isRight();
        for (int i = 0; i < 20_000; i++) {
            shops.put(shop(i), TileBytes.pack(of(i)));
            plain.put(shop(i), (long) i);
        }
        isRight();
    }

    @Test
    void changesAreAddedToWhatThereIs() {
        shops.put("a", TileBytes.pack(of(5)));
        shops.put("b", TileBytes.pack(of(7)));

        shops.move(Map.of("a", of(-5), "b", of(-2), "c", of(9)));

        plain.putAll(Map.of("a", 0L, "b", 5L, "c", 9L));
        isRight();
    }

    private void isRight() {
        plain.forEach((shop, amount) -> {
            assertThat(shops.sums(shop).get((short) 7)).isEqualTo(amount);
            assertThat(shops.packed(shop)).isEqualTo(TileBytes.pack(of(amount)));
        });
        var held = plain.entrySet().stream()
                .filter(shop -> shop.getValue() != 0)
                .map(Map.Entry::getKey)
                .toList();
        assertThat(shops.ids()).containsExactlyInAnyOrderElementsOf(held);
        assertThat(shops.size()).isEqualTo(held.size());
        assertThat(shops.sums("not-there").size()).isZero();
    }

    /** Of every length, so that one is the beginning of another. */
    private static String shop(int number) {
        return "s" + number + "~".repeat(number % 50);
    }

    private static Amounts of(long amount) {
        var amounts = new Amounts();
        amounts.add((short) 7, amount);
        return amounts;
    }
}
