package org.shopscore.aggregator.benchmark.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.benchmark.Histogram;

class HistogramBytesTest {

    private static final int ROUNDS = 100;

    private final Random random = new Random(20260303);

    @Test
    void everyHistogramComesBackAsItWas() {
        for (int round = 0; round < ROUNDS; round++) {
            var histogram = new Histogram();
            for (int i = random.nextInt(100); i > 0; i--) {
                histogram.add(random.nextInt(501), 1 + random.nextInt(1 << random.nextInt(20)));
            }
            var read = HistogramBytes.unpack(HistogramBytes.pack(histogram));

            assertThat(read.shops()).isEqualTo(histogram.shops());
            assertThat(IntStream.range(0, 501).map(read::count).toArray())
                    .isEqualTo(IntStream.range(0, 501).map(histogram::count).toArray());
        }
    }

    @Test
    void twoBytesHoldAShopNearTheLowEndAndNoneHoldsNothing() {
        var histogram = new Histogram();
        assertThat(HistogramBytes.pack(histogram)).isEmpty();

        histogram.add(120, 1);
        histogram.add(450, 300);

        assertThat(HistogramBytes.pack(histogram))
                .containsExactly(120, 1, (byte) 0b1100_1010, 0b10, (byte) 0b1010_1100, 0b10);
    }
}
