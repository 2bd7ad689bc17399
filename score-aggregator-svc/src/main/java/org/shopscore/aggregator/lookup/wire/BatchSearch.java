package org.shopscore.aggregator.lookup.wire;

import org.shopscore.aggregator.lookup.batch.BatchRequest;
import org.shopscore.aggregator.lookup.batch.Ids;
import org.shopscore.aggregator.lookup.line.MemoryLines;
import org.shopscore.aggregator.lookup.memory.Glance;
import org.shopscore.metric.Lane;

/**
 * Finds the shops of a batch, step by step for all of them: nearly all of its time is waiting for memory, and loads that do not depend on
 * each other are waited for together. One for each thread.
 */
final class BatchSearch {

    /** Where the item of a usual id ends: on the next line of the cache. */
    private static final int ITS_END = 61;

    private final MemoryLines lines;
    private final int[] hashes = new int[BatchRequest.MOST];
    private final int[] open = new int[BatchRequest.MOST];

    /** Read by nobody: without it the compiler would leave the loads out. */
    @SuppressWarnings("UnusedVariable")
    private int touched;

    BatchSearch(MemoryLines lines) {
        this.lines = lines;
    }

    /**
     * @param found takes the entry of each, with its line
     * @return false where memory does not know them all
     */
    boolean find(Ids ids, MemoryLines.By policy, byte[][] found) {
        Glance[] glances = lines.glances(policy);
        int left = begin(ids);
        for (int attempt = 0; left > 0; attempt++) {
            look(glances, attempt, left, found);
            if (!touch(left, found)) {
                return false;
            }
            left = others(ids, left, found);
        }
        return written(ids, policy, glances, found);
    }

    /** The partition of the one that was asked for at that place. */
    int partition(int i) {
        return Lane.ofHash(hashes[i]);
    }

    private int begin(Ids ids) {
        byte[] body = ids.body();
        int count = ids.count();
        for (int i = 0; i < count; i++) {
            hashes[i] = Lane.hash(body, ids.from(i), ids.to(i));
            open[i] = i;
        }
        return count;
    }

    private void look(Glance[] glances, int attempt, int left, byte[][] found) {
        for (int k = 0; k < left; k++) {
            int i = open[k];
            found[i] = glances[partition(i)].at(hashes[i], attempt);
        }
    }

    private boolean touch(int left, byte[][] found) {
        int sum = 0;
        for (int k = 0; k < left; k++) {
            byte[] entry = found[open[k]];
            if (entry == null) {
                return false;
            }
            sum += entry[0] + entry[Math.min(ITS_END, entry.length - 1)];
        }
        touched = sum;
        return true;
    }

    /** Those in whose place another shop stands are looked for in the next. */
    private int others(Ids ids, int left, byte[][] found) {
        byte[] body = ids.body();
        int others = 0;
        for (int k = 0; k < left; k++) {
            int i = open[k];
            if (!Glance.isOf(found[i], body, ids.from(i), ids.to(i))) {
                open[others++] = i;
            }
        }
        return others;
    }

    private boolean written(Ids ids, MemoryLines.By policy, Glance[] glances, byte[][] found) {
        byte[] body = ids.body();
        for (int i = 0; i < found.length; i++) {
            if (!glances[partition(i)].isWritten(found[i])) {
                found[i] = lines.of(body, ids.from(i), ids.to(i), hashes[i], policy);
                if (found[i] == null) {
                    return false;
                }
            }
        }
        return true;
    }
}
