package org.shopscore.logistics.carrier.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DistributionTest {

    private static final long SEED = 20260301;

    private static Distribution distribution(List<Long> minutes) {
        var counts = new TreeMap<Long, Long>();
        minutes.forEach(took -> counts.merge(took, 1L, Long::sum));
        return Distribution.of(counts);
    }

    /** By the definition, on the sorted list itself. */
    private static Optional<Long> nearestRank(List<Long> all, long elapsed, int percent) {
        var sorted = all.stream().filter(took -> took > elapsed).sorted().toList();
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        int rank = 1;
        while (rank * 100L < (long) sorted.size() * percent) {
            rank++;
        }
        return Optional.of(sorted.get(rank - 1));
    }

    private static List<Long> minutes(Random random, int most) {
        var minutes = new ArrayList<Long>();
        for (int i = random.nextInt(60); i > 0; i--) {
            minutes.add((long) random.nextInt(most));
        }
        return minutes;
    }

    @Test
    void percentilesAreThoseOfTheSortedList() {
        var random = new Random(SEED);
        for (int run = 0; run < 2_000; run++) {
            var minutes = minutes(random, 40);
            long elapsed = random.nextInt(45) - 2L;
            int percent = 1 + random.nextInt(100);
            var distribution = distribution(minutes);
            assertThat(distribution.percentile(percent)).isEqualTo(nearestRank(minutes, -1, percent));
            assertThat(distribution.percentileAfter(elapsed, percent))
                    .as("p%d of %s after %d", percent, minutes, elapsed)
                    .isEqualTo(nearestRank(minutes, elapsed, percent));
            assertThat(distribution.samplesAfter(elapsed))
                    .isEqualTo(minutes.stream().filter(took -> took > elapsed).count());
        }
    }

    @Test
    void nothingIsKnownWithoutSamples() {
        assertThat(Distribution.NONE.percentile(50)).isEmpty();
        assertThat(Distribution.NONE.percentileAfter(10, 50)).isEmpty();
        assertThat(Distribution.NONE.samples()).isZero();
    }

    @Test
    void aStoredHistogramHasThePercentilesOfTheSortedListToOneInAThousand() {
        var random = new Random(SEED);
        for (int run = 0; run < 300; run++) {
            var minutes = minutes(random, 40_000);
            var histogram = MinuteHistogram.empty();
            histogram.change(counts(minutes, 1));
            var distribution = MinuteHistogram.read(histogram.write()).distribution();
            int percent = 1 + random.nextInt(100);
            assertThat(distribution.samples()).isEqualTo(minutes.size());
            nearestRank(minutes, -1, percent)
                    .ifPresent(
                            exact -> assertThat(distribution.percentile(percent).orElseThrow())
                                    .isBetween(exact - exact / 1_000, exact));
        }
    }

    @Test
    void whatIsTakenBackLeavesNoTrace() {
        var random = new Random(SEED);
        for (int run = 0; run < 300; run++) {
            var kept = minutes(random, 5_000);
            var taken = minutes(random, 5_000);
            var histogram = MinuteHistogram.empty();
            var all = new ArrayList<>(kept);
            all.addAll(taken);
            Collections.shuffle(all, random);
            histogram.change(counts(all, 1));
            histogram.change(counts(taken, -1));
            var only = MinuteHistogram.empty();
            only.change(counts(kept, 1));
            for (int percent = 1; percent <= 100; percent++) {
                assertThat(histogram.distribution().percentile(percent))
                        .isEqualTo(only.distribution().percentile(percent));
            }
        }
    }

    @Test
    void moreThanThereIsCannotBeTakenBack() {
        var histogram = MinuteHistogram.empty();
        histogram.change(Map.of(10L, 1L));
        assertThatThrownBy(() -> histogram.change(Map.of(10L, -2L))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoWeeksTogetherAreTheListsTogether() {
        var one = MinuteHistogram.empty();
        one.change(Map.of(10L, 3L));
        var other = MinuteHistogram.empty();
        other.change(Map.of(20L, 2L, MinuteHistogram.MOST + 7, 1L));
        one.add(other);
        assertThat(one.distribution().samples()).isEqualTo(6);
        assertThat(one.distribution().percentile(50)).contains(10L);
        assertThat(one.distribution().percentile(51)).contains(20L);
        assertThat(one.distribution().percentile(100).orElseThrow())
                .isBetween(MinuteHistogram.MOST - 130, MinuteHistogram.MOST);
    }

    private static Map<Long, Long> counts(List<Long> minutes, long sign) {
        var counts = new HashMap<Long, Long>();
        minutes.forEach(took -> counts.merge(took, sign, Long::sum));
        return counts;
    }
}
