package org.shopscore.aggregator.policy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a metric is worth of which a shop has too few cases (rules.md 5.6). */
public sealed interface Fallback {

    /** The cases that a sample lacks are as good as the category's average. */
    record PadToCategoryAverage() implements Fallback {}

    /**
     * Fixed points, whatever was measured, for a shop with few valid paid orders and few bad cases; without any data in any case.
     *
     * @param orders     under how many valid paid orders
     * @param badAtMost  with how many bad cases at most: for a share those that are not in time or content, for a mean what its measure counts
     * @param samples    metrics that go by their own sample instead: up to so many cases
     * @param badMeasures measures, or what has matured of them, that count the bad cases of a metric, by metric; of a mean always given
     */
    record Fixed(
            BigDecimal points,
            Orders orders,
            long badAtMost,
            Map<String, Long> samples,
            Map<String, String> badMeasures)
            implements Fallback {

        public Fixed {
            samples = Map.copyOf(samples);
            badMeasures = Map.copyOf(badMeasures);
        }

        public Optional<Long> sampleOf(String metric) {
            return Optional.ofNullable(samples.get(metric));
        }
    }

    /**
     * Under how many valid paid orders a shop has few.
     *
     * @param slow           the same for flagship shops, and for the main categories in which people buy seldom
     * @param slowCategories by their own id: those below them are not meant
     */
    record Orders(long usual, long slow, Set<String> slowCategories) {

        public Orders {
            slowCategories = Set.copyOf(slowCategories);
        }
    }
}
