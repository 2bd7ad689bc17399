package org.shopscore.aggregator.lookup.telling;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.shopscore.metric.Lane;

/**
 * Shops whose scores something other than their sums has moved. Each is given out once, and kept until it is being told: what an owner had
 * of them when it dropped its memory is given out to it again.
 */
final class MovedShops {

    private final Map<Integer, Set<String>> waiting = new HashMap<>();
    private final Map<Integer, Set<String>> given = new HashMap<>();
    private final long[] epochs = new long[Lane.COUNT];

    synchronized void add(int partition, Collection<String> shops) {
        if (!shops.isEmpty()) {
            waiting.computeIfAbsent(partition, _ -> new HashSet<>()).addAll(shops);
        }
    }

    /** Gives out those of the partition. */
    synchronized Set<String> next(int partition) {
        Set<String> next = waiting.remove(partition);
        if (next == null) {
            return Set.of();
        }
        given.computeIfAbsent(partition, _ -> new HashSet<>()).addAll(next);
        return next;
    }

    /**
     * These shops are about to be scored and told; what moves one from now on is given out once more.
     *
     * @param epoch of the owner who tells: its memory has nothing of what was given out under an earlier one
     * @return those of them that had been given out, to be {@link #add added} again where the telling fails
     */
    synchronized Set<String> telling(int partition, long epoch, Collection<String> shops) {
        Set<String> left = given.getOrDefault(partition, Set.of());
        Set<String> told = left.isEmpty() ? Set.of() : taken(left, shops);
        if (epoch > epochs[partition]) {
            epochs[partition] = epoch;
            given.remove(partition);
            add(partition, left);
        }
        return told;
    }

    private static Set<String> taken(Set<String> from, Collection<String> shops) {
        var taken = new HashSet<String>();
        for (String shop : shops) {
            if (from.remove(shop)) {
                taken.add(shop);
            }
        }
        return taken;
    }

    synchronized void forget(int partition) {
        waiting.remove(partition);
        given.remove(partition);
    }
}
