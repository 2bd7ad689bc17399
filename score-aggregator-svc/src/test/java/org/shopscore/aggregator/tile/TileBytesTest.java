package org.shopscore.aggregator.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TileBytesTest {

    @Test
    void whatIsPackedComesBackWhateverItsSizeAndSign() {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            var given = randomAmounts(random);
            assertThat(read(TileBytes.unpack(TileBytes.pack(amounts(given))))).isEqualTo(given);
        }
    }

    @Test
    void anEmptyTileTakesNoByte() {
        assertThat(TileBytes.pack(new Amounts())).isEmpty();
        assertThat(TileBytes.unpack(new byte[0]).size()).isZero();
    }

    @Test
    void anAmountThatComesBackToZeroIsNotHeld() {
        var amounts = new Amounts();
        amounts.add((short) 3, 5);
        amounts.add((short) 9, 1);
        amounts.add((short) 3, -5);
        assertThat(read(amounts)).containsExactly(java.util.Map.entry((short) 9, 1L));
    }

    @Test
    void tilesAddUp() {
        var sum = new Amounts();
        TileBytes.addTo(sum, TileBytes.pack(amounts(new TreeMap<>(java.util.Map.of((short) 1, 2L, (short) 300, -7L)))));
        TileBytes.addTo(sum, TileBytes.pack(amounts(new TreeMap<>(java.util.Map.of((short) 2, 1L, (short) 300, 9L)))));
        assertThat(read(sum)).isEqualTo(new TreeMap<>(java.util.Map.of((short) 1, 2L, (short) 2, 1L, (short) 300, 2L)));
    }

    private static SortedMap<Short, Long> randomAmounts(Random random) {
        var given = new TreeMap<Short, Long>();
        for (int n = random.nextInt(40); n > 0; n--) {
            long amount = random.nextLong(-Amounts.MOST, Amounts.MOST + 1) >> random.nextInt(58);
            if (amount != 0) {
                given.put((short) random.nextInt(1, Short.MAX_VALUE), amount);
            }
        }
        return given;
    }

    private static Amounts amounts(SortedMap<Short, Long> given) {
        var amounts = new Amounts();
        given.forEach(amounts::add);
        return amounts;
    }

    private static SortedMap<Short, Long> read(Amounts amounts) {
        var read = new TreeMap<Short, Long>();
        for (int at = 0; at < amounts.size(); at++) {
            read.put(amounts.id(at), amounts.amount(at));
        }
        return read;
    }
}
