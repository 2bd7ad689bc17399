package org.shopscore.aggregator.ingest;

import java.time.Clock;
import java.time.Duration;
import org.shopscore.aggregator.ingest.owner.OwnedLanes;
import org.shopscore.aggregator.ingest.telling.Backlog;
import org.shopscore.aggregator.ingest.telling.LaneFeeds;

/** Looks now and then how the ingest stands, for whoever asks from another thread. */
final class Standing {

    private static final Duration EVERY = Duration.ofMillis(100);

    private final IngestMetrics metrics;
    private final Clock clock;
    private volatile IngestStatus status = IngestStatus.NONE;
    private long looked = System.nanoTime();

    Standing(IngestMetrics metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    /** How complete the feeds are is looked at as often. */
    void step(OwnedLanes owned, Backlog backlog, LaneFeeds feeds) {
        if (System.nanoTime() - looked > EVERY.toNanos()) {
            looked = System.nanoTime();
            feeds.step(owned.lanes().values());
            stands(owned.takenAll() ? of(owned, backlog) : status.whileInterrupted());
        }
    }

    private IngestStatus of(OwnedLanes owned, Backlog backlog) {
        return IngestStatus.of(owned.lanes().values(), backlog::records, metrics.quarantined(), clock.instant());
    }

    void interrupted() {
        stands(status.whileInterrupted());
    }

    private void stands(IngestStatus now) {
        status = now;
        metrics.standing(now);
    }

    void ended() {
        status = IngestStatus.NONE;
    }

    IngestStatus status() {
        return status;
    }
}
