package org.shopscore.aggregator.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.ingest.sequence.Hole;
import org.shopscore.aggregator.score.FeedState;
import org.shopscore.aggregator.tile.OpenHoles;

/** Tells how complete each partition is, whenever that changes. */
final class LaneFeeds {

    private record Gap(String source, String why) {}

    private static final Logger LOG = Logger.getLogger(LaneFeeds.class);

    private final Announcer announcer;
    private final Clock clock;
    private final Map<LaneState, FeedState> told = new HashMap<>();

    LaneFeeds(Announcer announcer, Clock clock) {
        this.announcer = announcer;
        this.clock = clock;
    }

    void step(Collection<LaneState> lanes) {
        Instant now = clock.instant();
        told.keySet().retainAll(lanes);
        for (LaneState lane : lanes) {
            FeedState state = state(lane, now);
            FeedState before = told.put(lane, state);
            if (!state.equals(before)) {
                announcer.feeds(lane.partition(), state);
                alarm(lane, state, before == null ? List.of() : before.reasons());
            }
        }
    }

    private static void alarm(LaneState lane, FeedState state, List<String> before) {
        if (before.isEmpty() != state.reasons().isEmpty()) {
            LOG.warnf("Completeness changed: partition=%d missing=%s", lane.partition(), state.reasons());
        }
    }

    static FeedState state(LaneState lane, Instant now) {
        var complete = new TreeMap<String, Instant>();
        lane.sequences().forEach((life, sequence) -> {
            if (sequence.completeUntil().isAfter(Instant.MIN)) {
                complete.merge(life.source(), sequence.completeUntil(), (a, b) -> a.isAfter(b) ? a : b);
            }
        });
        return new FeedState(lane.unannounced().announcedDay(), complete, reasons(lane, now));
    }

    private static List<String> reasons(LaneState lane, Instant now) {
        var gaps = new TreeMap<Gap, List<Hole>>(
                java.util.Comparator.comparing(Gap::source).thenComparing(Gap::why));
        lane.sequences().forEach((life, sequence) -> {
            for (Hole hole : sequence.holes()) {
                if (alarms(hole, now)) {
                    gaps.computeIfAbsent(new Gap(life.source(), hole.why().code()), _ -> new ArrayList<>())
                            .add(hole);
                }
            }
        });
        var reasons = new ArrayList<String>();
        gaps.forEach((gap, holes) -> reasons.add(OpenHoles.reason(
                gap.source(),
                gap.why(),
                holes.stream().mapToLong(Hole::count).sum(),
                holes.stream().map(Hole::openedAt).min(Instant::compareTo).orElseThrow())));
        return reasons;
    }

    /** Whether the hole has been open for so long that it will hardly close by itself. */
    static boolean alarms(Hole hole, Instant now) {
        return hole.hurts() && hole.openedAt().isBefore(now.minus(OpenHoles.TOLERATED));
    }
}
