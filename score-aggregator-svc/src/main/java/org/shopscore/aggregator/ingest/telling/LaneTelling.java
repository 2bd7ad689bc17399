package org.shopscore.aggregator.ingest.telling;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.ingest.lane.LaneState;
import org.shopscore.aggregator.ingest.lane.Unannounced;

/** How one partition's part of a round is told. It never fails: what could not be told comes back. */
final class LaneTelling {

    /** @param stored false where some may not have been told it */
    record Told(LaneState lane, Unannounced.Batch batch, boolean stored) {}

    private static final Logger LOG = Logger.getLogger(LaneTelling.class);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Announcer announcer;
    private final TellingMetrics metrics;
    private final Executor teller;

    /** @param teller makes what is told */
    LaneTelling(Announcer announcer, TellingMetrics metrics, Executor teller) {
        this.announcer = announcer;
        this.metrics = metrics;
        this.teller = teller;
    }

    Uni<Told> tell(LaneState lane, Unannounced.Batch batch) {
        return Uni.createFrom()
                .deferred(() -> lane.whileOwned(() ->
                        announcer.announce(lane.partition(), lane.epoch(), batch.n(), batch.changed(), batch.again())))
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .runSubscriptionOn(teller)
                .map(_ -> new Told(lane, batch, true))
                .onFailure()
                .invoke(this::failed)
                .onFailure()
                .recoverWithItem(() -> new Told(lane, batch, false));
    }

    /** All shops of the partition have been told. */
    void whole(LaneState lane) {
        announcer.whole(lane.partition()).subscribe().with(_ -> {}, this::failed);
    }

    private void failed(Throwable reason) {
        metrics.failed();
        LOG.debugf(reason, "Could not announce");
    }
}
