package org.shopscore.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.shopscore.metric.Lane;

/**
 * Compares what the service's rows contribute with the aggregator's tiles, lane by lane. Blocking; for a worker thread.
 *
 * <p>With traffic on a lane the two are never read at the same instant, so what differs is read again, each time after the
 * aggregator has passed the number that the rows were read at; only what differs every time is a difference.
 */
@ApplicationScoped
class Reconcile {

    /** What differs, how many ranges of numbers the aggregator still misses, and how many events a repair appended. */
    record Result(String source, boolean equal, List<Tally.Difference> differences, int holes, int repaired) {}

    private static final int READINGS = 4;
    private static final Duration BETWEEN = Duration.ofMillis(400);

    private final LaneRows rows;
    private final Aggregator aggregator;
    private final Heartbeats heartbeats;
    private final Repair repair;
    private final Outbox outbox;
    private final OutboxConfig config;

    Reconcile(
            LaneRows rows,
            Aggregator aggregator,
            Heartbeats heartbeats,
            Repair repair,
            Outbox outbox,
            OutboxConfig config) {
        this.rows = rows;
        this.aggregator = aggregator;
        this.heartbeats = heartbeats;
        this.repair = repair;
        this.outbox = outbox;
        this.config = config;
    }

    Result compare() {
        return compare(0);
    }

    /** Appends what is missing, lane by lane, and compares again. */
    Result repair() {
        var before = compare();
        int appended = 0;
        for (int lane : lanesToRepair(before)) {
            appended += repair.lane(lane);
            outbox.ring();
        }
        return compare(appended);
    }

    private Result compare(int repaired) {
        // A number of today's incarnation in each lane, so that each has a position to wait for.
        heartbeats.append(
                IntStream.range(0, Lane.COUNT).mapToObj(lane -> (short) lane).toList());
        outbox.ring();
        var reading = read(IntStream.range(0, Lane.COUNT).boxed().toList());
        for (int again = 1; again < READINGS && !reading.differences().isEmpty(); again++) {
            Aggregator.pause(BETWEEN);
            reading = reading.stillIn(read(reading.lanes()));
        }
        return new Result(
                config.source(),
                reading.differences().isEmpty() && reading.holes() == 0,
                reading.differences(),
                reading.holes(),
                repaired);
    }

    private Reading read(List<Integer> lanes) {
        var snapshot = rows.snapshot();
        var differences = new ArrayList<Tally.Difference>();
        int holes = 0;
        for (int lane : lanes) {
            var seen = aggregator.laneAt(
                    lane, snapshot.incarnation(), snapshot.last().get(lane));
            differences.addAll(snapshot.tallies().get(lane).differences(lane, seen.tally()));
            holes += seen.holes().size();
        }
        return new Reading(differences, holes);
    }

    private Set<Integer> lanesToRepair(Result before) {
        var lanes = new HashSet<Integer>();
        before.differences().forEach(difference -> lanes.add(difference.lane()));
        if (before.holes() > 0) {
            IntStream.range(0, Lane.COUNT).forEach(lanes::add);
        }
        return lanes;
    }

    private record Reading(List<Tally.Difference> differences, int holes) {

        List<Integer> lanes() {
            return differences.stream().map(Tally.Difference::lane).distinct().toList();
        }

        Reading stillIn(Reading later) {
            var keys = new HashSet<Tally.Key>();
            differences.forEach(difference -> keys.add(difference.key()));
            return new Reading(
                    later.differences.stream()
                            .filter(difference -> keys.contains(difference.key()))
                            .toList(),
                    holes);
        }
    }
}
