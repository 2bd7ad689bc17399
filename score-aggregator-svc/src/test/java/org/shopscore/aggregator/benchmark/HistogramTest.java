package org.shopscore.aggregator.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every set of shops, over many random ones. */
class HistogramTest {

    private static final int ROUNDS = 200;

    private final Random random = new Random(20260302);

    @Test
    void whatIsAddedAndTakenAwayInAnyOrderLeavesExactlyTheOthers() {
        for (int round = 0; round < ROUNDS; round++) {
            List<BigDecimal> stay = points(random.nextInt(60));
            List<BigDecimal> leave = points(random.nextInt(60));
            record Move(BigDecimal points, int times) {}
            var moves = new ArrayList<Move>();
            stay.forEach(points -> moves.add(new Move(points, 1)));
            leave.forEach(points -> {
                moves.add(new Move(points, 1));
                moves.add(new Move(points, -1));
            });
            Collections.shuffle(moves, random);

            var histogram = new Histogram();
            moves.forEach(move -> histogram.add(Histogram.bin(move.points()), move.times()));

            assertThat(counts(histogram)).isEqualTo(counts(of(stay)));
            assertThat(histogram.shops()).isEqualTo(stay.size());
            assertThat(histogram.isWhole()).isTrue();
        }
    }

    @Test
    void theSumOfPartsIsTheHistogramOfAllShops() {
        for (int round = 0; round < ROUNDS; round++) {
            List<BigDecimal> some = points(random.nextInt(60));
            List<BigDecimal> others = points(random.nextInt(60));
            Histogram sum = of(some);
            sum.add(of(others));
            var all = new ArrayList<>(some);
            all.addAll(others);

            assertThat(counts(sum)).isEqualTo(counts(of(all)));
        }
    }

    @Test
    void aPercentileIsTheNearestRankOfAllPointsRoundedToTheHundredth() {
        for (int round = 0; round < ROUNDS; round++) {
            List<BigDecimal> points = points(1 + random.nextInt(300));
            var sorted = points.stream().sorted().toList();
            for (int percent : new int[] {1, 10, 25, 50, 75, 90, 99, 100}) {
                BigDecimal exact = sorted.get((percent * sorted.size() + 99) / 100 - 1);

                assertThat(of(points).percentile(percent))
                        .as("p%d of %s", percent, sorted)
                        .isEqualTo(exact.setScale(2, RoundingMode.HALF_UP));
                assertThat(of(points).percentile(percent).subtract(exact).abs())
                        .isLessThanOrEqualTo(new BigDecimal("0.005"));
            }
        }
    }

    @Test
    void thePercentageBelowCountsTheShopsOfLowerHundredths() {
        for (int round = 0; round < ROUNDS; round++) {
            List<BigDecimal> points = points(1 + random.nextInt(300));
            BigDecimal own = points.get(random.nextInt(points.size()));
            BigDecimal rounded = own.setScale(2, RoundingMode.HALF_UP);
            long below = points.stream()
                    .filter(other -> other.setScale(2, RoundingMode.HALF_UP).compareTo(rounded) < 0)
                    .count();

            assertThat(of(points).percentBelow(own)).isEqualTo(BigDecimal.valueOf(1000 * below / points.size(), 1));
        }
    }

    @Test
    void nobodyIsSaidToBeBetterThanTheyAre() {
        var histogram = new Histogram();
        histogram.add(100, 2000);
        histogram.add(500, 1);

        assertThat(histogram.percentBelow(new BigDecimal("5"))).isEqualTo("99.9");
    }

    @Test
    void takingAwayAShopThatWasNotThereIsFound() {
        var histogram = new Histogram();
        histogram.add(100, 1);
        histogram.add(101, -1);

        assertThat(histogram.shops()).isZero();
        assertThat(histogram.isWhole()).isFalse();
    }

    private List<BigDecimal> points(int count) {
        return random.ints(count, 0, 5_0001)
                .mapToObj(points -> BigDecimal.valueOf(points, 4))
                .toList();
    }

    private static Histogram of(List<BigDecimal> points) {
        var histogram = new Histogram();
        points.forEach(each -> histogram.add(Histogram.bin(each), 1));
        return histogram;
    }

    private static List<Integer> counts(Histogram histogram) {
        return java.util.stream.IntStream.range(0, 501)
                .mapToObj(histogram::count)
                .toList();
    }
}
