package org.shopscore.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.shopscore.metric.Lane;

/**
 * What the service's rows contribute against the aggregator's tiles, lane by lane. Blocking; for a worker thread.
 *
 * <p>With traffic on a lane the two are never read at the same instant, so what differs is read again, each time after the
 * aggregator has passed the number that the rows were read at; only what differs every time is a difference.
 */
@ApplicationScoped
class Comparison {

    /**
     * What differs.
     *
     * @param missing the lane of each range of numbers that the aggregator still misses
     * @param stale   rows that keep as sent what they do not contribute
     */
    record Result(List<Tally.Difference> differences, List<Integer> missing, int stale) {

        boolean equal() {
            return differences.isEmpty() && missing.isEmpty() && stale == 0;
        }
    }

    private static final int READINGS = 4;
    private static final Duration BETWEEN = Duration.ofMillis(400);

    private final LaneRows rows;
    private final Aggregator aggregator;
    private final Heartbeats heartbeats;
    private final Outbox outbox;

    Comparison(LaneRows rows, Aggregator aggregator, Heartbeats heartbeats, Outbox outbox) {
        this.rows = rows;
        this.aggregator = aggregator;
        this.heartbeats = heartbeats;
        this.outbox = outbox;
    }

    Result run() {
        aggregator.requireThere();
        // A number of today's incarnation in each lane, so that each has a position to wait for.
        heartbeats.append(
                IntStream.range(0, Lane.COUNT).mapToObj(lane -> (short) lane).toList());
        outbox.ring();
        var reading = read(IntStream.range(0, Lane.COUNT).boxed().toList());
        for (int again = 1; again < READINGS && !reading.differences().isEmpty(); again++) {
            Aggregator.pause(BETWEEN);
            reading = stillIn(reading, read(lanes(reading)));
        }
        return reading;
    }

    private Result read(List<Integer> lanes) {
        var snapshot = rows.snapshot();
        var differences = new ArrayList<Tally.Difference>();
        var missing = new ArrayList<Integer>();
        for (int lane : lanes) {
            var seen = aggregator.laneAt(
                    lane, snapshot.incarnation(), snapshot.last().get(lane));
            differences.addAll(snapshot.tallies().get(lane).differences(lane, seen.tally()));
            missing.addAll(Collections.nCopies(seen.missing(), lane));
        }
        return new Result(differences, missing, snapshot.stale());
    }

    private static List<Integer> lanes(Result reading) {
        return reading.differences().stream()
                .map(Tally.Difference::lane)
                .distinct()
                .toList();
    }

    private static Result stillIn(Result earlier, Result later) {
        var keys = new HashSet<Tally.Key>();
        earlier.differences().forEach(difference -> keys.add(difference.key()));
        return new Result(
                later.differences().stream()
                        .filter(difference -> keys.contains(difference.key()))
                        .toList(),
                earlier.missing(),
                earlier.stale());
    }
}
