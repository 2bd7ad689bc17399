package org.shopscore.aggregator.lookup.telling;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.shopscore.metric.Lane;

/**
 * Of which partitions all shops are to be scored and told again: each that may have been another's since it was told here, and all of them
 * where it is what all scores are made of that has moved. Lookups answer by it at once; who follows the changes of a large market hears of
 * them some shops at a time, so that nobody who looks one up has to wait.
 */
final class ScoredAnew {

    /** Each time that it is asked; of a partition all or none. */
    private static final int SHOPS_AT_ONCE = 30_000;

    private final Set<Integer> open = ConcurrentHashMap.newKeySet();
    private final Set<Integer> begun = ConcurrentHashMap.newKeySet();

    ScoredAnew() {
        all();
    }

    void all() {
        IntStream.range(0, Lane.COUNT).forEach(open::add);
    }

    /** The partition may be another's from now on, who may leave something untold. */
    void lost(int partition) {
        open.add(partition);
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
