package org.shopscore.aggregator.ingest;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.ingest.lane.LaneState;
import org.shopscore.aggregator.tile.page.Folding;

/** Has the lanes of this process folded, one after the other, while the next records are read. */
final class Folds {

    private static final Logger LOG = Logger.getLogger(Folds.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration REST = Duration.ofSeconds(1);

    private final Folding folding;
    private final Duration every;
    private CompletableFuture<Boolean> underWay = CompletableFuture.completedFuture(true);
    private LaneState lane;
    private long restUntil = System.nanoTime();

    Folds(Folding folding, Duration every) {
        this.folding = folding;
        this.every = every;
    }

    /** Does not wait. */
    void step(Collection<LaneState> lanes) {
        if (!underWay.isDone() || System.nanoTime() - restUntil < 0) {
            return;
        }
        if (!underWay.join()) {
            lane.unfolded().failed();
            restUntil = System.nanoTime() + REST.toNanos();
            underWay = CompletableFuture.completedFuture(true);
            return;
        }
        lanes.stream()
                .filter(one -> one.unfolded().isDue(every))
                .max(Comparator.comparingLong(one -> one.unfolded().tiles()))
                .ifPresent(this::begin);
    }

    private void begin(LaneState due) {
        lane = due;
        due.unfolded().begun();
        underWay = folding.fold(due.partition())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .replaceWith(true)
                .onFailure()
                .invoke(failure -> LOG.warnf("Not folded: lane=%d reason=%s", due.partition(), failure))
                .onFailure()
                .recoverWithUni(Uni.createFrom().item(false))
                .subscribeAsCompletionStage();
    }
}
