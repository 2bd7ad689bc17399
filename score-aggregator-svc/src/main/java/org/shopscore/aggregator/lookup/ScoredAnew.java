package org.shopscore.aggregator.lookup;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.shopscore.metric.Lane;

/**
 * What is to be scored and told again, since something other than sums has moved: single shops, and partitions where it is what all scores are made of. Lookups answer by it at
 * once; who follows the changes of a large market hears of them some shops at a time, so that nobody who looks one up has to wait.
 */
final class ScoredAnew {

    /** Each time that it is asked; of a partition all or none. */
    private static final int SHOPS_AT_ONCE = 30_000;

    private final Set<Integer> open = ConcurrentHashMap.newKeySet();
    private final Set<Integer> begun = ConcurrentHashMap.newKeySet();

    private final Map<Integer, Set<String>> shops = new ConcurrentHashMap<>();

    void add(String shopId) {
        shops.compute(Lane.of(shopId), (_, moved) -> {
            var all = moved == null ? new HashSet<String>() : moved;
            all.add(shopId);
            return all;
        });
    }

    /** Those of the partition that were added, each once. */
    Set<String> nextShops(int partition) {
        var next = shops.remove(partition);
        return next == null ? Set.of() : next;
    }

    void all() {
        IntStream.range(0, Lane.COUNT).forEach(open::add);
    }

    /** All shops of the partition were told since it was given out by {@link #next}. */
    void told(int partition) {
        begun.remove(partition);
    }

    /** Whether the partition's shops are being scored and told again. */
    boolean isBegun(int partition) {
        return begun.contains(partition);
    }

    /**
     * Gives out a partition again whose telling broke off.
     *
     * @param among partitions, none of which is being told
     * @param shops how many each has
     * @return what is to be told next
     */
    Set<Integer> next(Collection<Integer> among, IntUnaryOperator shops) {
        var next = new HashSet<Integer>();
        int sum = 0;
        for (int partition : among) {
            if (sum < SHOPS_AT_ONCE && (open.remove(partition) || begun.contains(partition))) {
                begun.add(partition);
                next.add(partition);
                sum += shops.applyAsInt(partition);
            }
        }
        return next;
    }
}
