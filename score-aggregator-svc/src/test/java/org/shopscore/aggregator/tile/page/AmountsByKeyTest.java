package org.shopscore.aggregator.tile.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AmountsByKeyTest {

    private static final short MEASURE = 3;

    private final AmountsByKey amounts = new AmountsByKey();

    private void add(byte[] bytes, int from, int to, long amount) {
        amounts.of(bytes, from, to).add(MEASURE, amount);
    }

    private Map<String, Long> all() {
        return amounts.all()
                .collect(Collectors.toMap(
                        entry -> new String(entry.key(), UTF_8),
                        entry -> entry.amounts().get(MEASURE),
                        Long::sum));
    }

    @Test
    void aKeyIsFoundWhereverItStands() {
        add("店铺-12".getBytes(UTF_8), 0, 9, 5);
        add("x店铺-12y".getBytes(UTF_8), 1, 10, 2);
        add("店铺-12".getBytes(UTF_8), 0, 8, 1);
        assertThat(all()).isEqualTo(Map.of("店铺-12", 7L, "店铺-1", 1L));
    }

    @Test
    void manyKeysKeepTheirAmountsWhileTheTableGrows() {
        var random = new Random(20261128);
        var expected = new HashMap<String, Long>();
        for (int i = 0; i < 50_000; i++) {
            String key = "shop-" + random.nextInt(9_000);
            long amount = random.nextLong(1, 1_000);
            expected.merge(key, amount, Long::sum);
            byte[] bytes = ("." + key + ".").getBytes(UTF_8);
            add(bytes, 1, bytes.length - 1, amount);
        }
        assertThat(all()).isEqualTo(expected);
    }
}
