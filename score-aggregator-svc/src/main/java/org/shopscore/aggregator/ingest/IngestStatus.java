package org.shopscore.aggregator.ingest;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.shopscore.aggregator.ingest.lane.LaneState;
import org.shopscore.aggregator.ingest.sequence.Hole;
import org.shopscore.aggregator.ingest.telling.LaneFeeds;

/**
 * How the ingest stood a moment ago.
 *
 * @param lag         records in the log that are not in the tiles
 * @param interrupted whether partitions that this process was given are not read for now
 * @param quarantined records set aside since the start of this process
 */
record IngestStatus(
        List<Owned> partitions, long lag, long openHoles, long alarmingHoles, long quarantined, boolean interrupted) {

    record Owned(int partition, long epoch, long nextOffset, long lag, int shops, String rolledTo) {}

    static final IngestStatus NONE = new IngestStatus(List.of(), 0, 0, 0, 0, false);

    /** Nothing is taken in, and nothing more is known of what waits: the figures stand still. */
    IngestStatus whileInterrupted() {
        return new IngestStatus(List.of(), lag, openHoles, alarmingHoles, quarantined, true);
    }

    static IngestStatus of(Collection<LaneState> lanes, IntToLongFunction lag, long quarantined, Instant now) {
        var owned = lanes.stream()
                .map(lane -> owned(lane, lag.applyAsLong(lane.partition())))
                .sorted(Comparator.comparing(Owned::partition))
                .toList();
        var holes = lanes.stream()
                .flatMap(lane -> lane.sequences().values().stream())
                .flatMap(sequence -> sequence.holes().stream())
                .filter(Hole::hurts)
                .toList();
        return new IngestStatus(
                owned,
                owned.stream().mapToLong(Owned::lag).sum(),
                holes.size(),
                holes.stream().filter(hole -> LaneFeeds.alarms(hole, now)).count(),
                quarantined,
                false);
    }

    private static Owned owned(LaneState lane, long lag) {
        return new Owned(
                lane.partition(),
                lane.epoch(),
                lane.nextOffset(),
                lag,
                lane.shops().size(),
                lane.unannounced().announcedDay().toString());
    }
}
