package org.shopscore.aggregator.lookup;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.shopscore.aggregator.lookup.compact.CompactFreshness.Source;
import org.shopscore.aggregator.score.FeedState;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.metric.Lane;

/**
 * The compact scores of this process's own shops, written once and answered until something they are made of changes: one look into
 * one table a lookup. How fresh they are is kept once for each partition.
 *
 * <p>Whoever changes a source drops the line after it; a line that is being written meanwhile holds up the drop, so none outlives its sources.
 */
final class MemoryLines {

    private final OwnShops own;
    private final Answers answers;
    private final Map<String, CompactLine> lines = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<Fresh> fresh = new AtomicReferenceArray<>(Lane.COUNT);

    MemoryLines(OwnShops own, Answers answers) {
        this.own = own;
        this.answers = answers;
        renew();
    }

    Optional<CompactLine> of(String shopId) {
        ScoreEngine engine = answers.engine();
        CompactLine known = lines.get(shopId);
        return Optional.ofNullable(
                isBy(known, engine)
                        ? known
                        : lines.compute(shopId, (_, line) -> isBy(line, engine) ? line : write(shopId, engine)));
    }

    /** A line outlives the policy that it was written by, and is not answered any more. */
    private static boolean isBy(CompactLine line, ScoreEngine engine) {
        return line != null && line.policyVersion().equals(engine.reference());
    }

    private CompactLine write(String shopId, ScoreEngine engine) {
        int partition = Lane.of(shopId);
        return own.of(shopId)
                .map(announced -> answers.compact(shopId, announced, own.feeds(partition), engine))
                .map(score -> new CompactLine(partition, score, answers.binary()))
                .orElse(null);
    }

    Fresh fresh(CompactLine line) {
        return fresh.get(line.partition());
    }

    void drop(String shopId) {
        lines.remove(shopId);
    }

    /** Also what is said of freshness. */
    final void renew() {
        dropAll();
        for (int partition = 0; partition < Lane.COUNT; partition++) {
            fresh.set(partition, fresh(partition));
        }
    }

    void dropAll() {
        lines.clear();
    }

    /** Lines of an older day say so. */
    void feeds(int partition, Optional<FeedState> before, FeedState state) {
        fresh.set(partition, fresh(partition));
        if (before.filter(known -> known.rolledTo().equals(state.rolledTo())).isEmpty()) {
            dropAll();
        }
    }

    private Fresh fresh(int partition) {
        return new Fresh(answers.compactFreshness(Source.MEMORY, own.feeds(partition)));
    }
}
