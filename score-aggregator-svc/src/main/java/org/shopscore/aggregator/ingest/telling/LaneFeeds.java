package org.shopscore.aggregator.ingest.telling;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.ingest.lane.LaneState;
import org.shopscore.aggregator.ingest.sequence.Hole;
import org.shopscore.aggregator.score.shop.FeedState;
import org.shopscore.aggregator.tile.OpenHoles;

/** Tells how complete each partition is, whenever that changes: this process at once, all others when they have what it says to be there. */
public final class LaneFeeds {

    private record Gap(String source, String why) {}

    /** @param offset records below are what makes it so complete */
    private record Held(FeedState state, long offset) {}

    private static final Logger LOG = Logger.getLogger(LaneFeeds.class);

    private final Announcer announcer;
    private final Clock clock;
    private final Map<LaneState, FeedState> told = new HashMap<>();
    private final Map<LaneState, Held> held = new HashMap<>();
    private final Map<LaneState, FeedState> announced = new HashMap<>();

    public LaneFeeds(Announcer announcer, Clock clock) {
        this.announcer = announcer;
        this.clock = clock;
    }

    public void step(Collection<LaneState> lanes) {
        Instant now = clock.instant();
        for (var known : List.of(told, held, announced)) {
            known.keySet().retainAll(lanes);
        }
        for (LaneState lane : lanes) {
            FeedState state = state(lane, now);
            FeedState before = told.put(lane, state);
            if (!state.equals(before)) {
                announcer.feeds(lane.partition(), state);
                alarm(lane, state, before == null ? List.of() : before.reasons());
            }
            announce(lane, state);
        }
    }

    /** That something is missing is announced at once. */
    private void announce(LaneState lane, FeedState state) {
        var waiting = held.computeIfAbsent(lane, _ -> new Held(state, lane.position()));
        FeedState before = announced.get(lane);
        FeedState reached = before;
        if (lane.unannounced().announcedOffset() >= waiting.offset()) {
            reached = waiting.state();
            held.remove(lane);
        }
        if (reached != null) {
            var now = new FeedState(reached.rolledTo(), reached.completeUntil(), state.reasons());
            if (!now.equals(before)) {
                announced.put(lane, now);
                announcer.announceFeeds(lane.partition(), now);
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
    public static boolean alarms(Hole hole, Instant now) {
        return hole.hurts() && hole.openedAt().isBefore(now.minus(OpenHoles.TOLERATED));
    }
}
