package org.shopscore.aggregator.ingest.owner;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.database.Awaited;
import org.shopscore.aggregator.ingest.lane.LaneState;
import org.shopscore.aggregator.ingest.telling.Announcer;
import org.shopscore.aggregator.tile.Counting;
import org.shopscore.aggregator.tile.Maturing;

/**
 * Looks now and then whether a policy counts something as it matures that sums do not hold, and reads the tiles of a partition again: one at
 * a step, since each may have a great many shops. Until then nobody scores its sums by such a policy.
 */
public final class CountedAnew {

    private static final Logger LOG = Logger.getLogger(CountedAnew.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final WantedMaturing wanted;
    private final Partitions partitions;
    private final Announcer announcer;
    private CompletableFuture<Optional<Maturing>> look = CompletableFuture.completedFuture(Optional.empty());
    private Maturing newest = Maturing.NONE;
    private long looked = System.nanoTime();

    public CountedAnew(WantedMaturing wanted, Partitions partitions, Announcer announcer) {
        this.wanted = wanted;
        this.partitions = partitions;
        this.announcer = announcer;
    }

    /** Waits only where there is something to be read. */
    public void step(Collection<LaneState> lanes) {
        if (look.isDone()) {
            newest = look.join().orElse(newest);
            look = CompletableFuture.completedFuture(Optional.empty());
            if (!lanes.isEmpty() && System.nanoTime() - looked > EVERY.toNanos()) {
                looked = System.nanoTime();
                look = wanted.now()
                        .map(Optional::of)
                        .onFailure()
                        .recoverWithItem(Optional.empty())
                        .subscribeAsCompletionStage();
            }
        }
        lanes.stream()
                .filter(lane -> !lane.matured().cover(newest.maturities()))
                .findFirst()
                .ifPresent(this::read);
    }

    private void read(LaneState lane) {
        Counting next = lane.window().counting(newest);
        lane.countAnew(Awaited.of(partitions.shops(lane.partition(), next)), next);
        announcer.known(lane.partition()).forEach(lane.unannounced()::add);
        LOG.infof(
                "Counted anew: partition=%d shops=%d matured=%s",
                lane.partition(), lane.shops().size(), newest.maturities().names());
    }
}
