package org.shopscore.aggregator.ingest.sequence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which numbers of one life have been applied in a lane: all up to the last one, but for the holes. Pure.
 *
 * <p>Numbers may come in any order and any number of times: each is {@link Verdict#NEW} once.
 */
public final class Sequence {

    private final TreeMap<Long, Hole> holes = new TreeMap<>();
    private final List<ClosedRange> closed = new ArrayList<>();
    private long last;
    private String lastId;
    private Instant completeUntil;

    public Sequence(long last, String lastId, Instant completeUntil, Collection<Hole> open) {
        this.last = last;
        this.lastId = lastId;
        this.completeUntil = completeUntil;
        open.forEach(hole -> holes.put(hole.from(), hole));
    }

    /**
     * A life that nobody has seen before.
     *
     * @param first the number it shows up with
     * @param why   what to think of the numbers before it
     */
    public static Sequence startingWith(long first, Hole.Why why, Instant now) {
        var sequence = new Sequence(0, "", Instant.MIN, List.of());
        if (first > 1) {
            sequence.open(1, first - 1, why, now);
            sequence.last = first - 1;
        }
        return sequence;
    }

    /** A copy to try a batch on; it starts without {@link #closed}. */
    public Sequence copy() {
        return new Sequence(last, lastId, completeUntil, holes.values());
    }

    public Verdict verdict(long number, String id) {
        if (number > last || holeAt(number).isPresent()) {
            return Verdict.NEW;
        }
        boolean otherId = number == last && !lastId.isEmpty() && !id.isEmpty() && !lastId.equals(id);
        return otherId ? Verdict.CLASH : Verdict.DUPLICATE;
    }

    /** The number is applied. */
    public void apply(long number, String id, Instant now) {
        if (number > last) {
            advance(number, id, now);
        } else {
            holeAt(number).ifPresent(hole -> close(hole, number, number, id, now));
        }
    }

    /** The number was seen and set aside: it is a hole until it comes again in good form. */
    public void quarantine(long number, String id, Instant now) {
        if (number > last) {
            advance(number, id, now);
        } else {
            holeAt(number).ifPresent(hole -> cut(hole, number, number));
        }
        open(number, number, Hole.Why.QUARANTINED, now);
    }

    /** Closes what is open of a range. */
    public void close(long from, long to, String by, Instant now) {
        for (Hole hole : List.copyOf(holes.values())) {
            long start = Math.max(from, hole.from());
            long end = Math.min(to, hole.to());
            if (start <= end) {
                close(hole, start, end, by, now);
            }
        }
    }

    private void close(Hole hole, long from, long to, String by, Instant now) {
        cut(hole, from, to);
        closed.add(new ClosedRange(from, to, hole.why(), hole.openedAt(), now, by));
    }

    /** All lower numbers have come, so the measures are complete up to the instant. */
    public void completeUntil(Instant time) {
        if (time.isAfter(completeUntil)) {
            completeUntil = time;
        }
    }

    private void advance(long number, String id, Instant now) {
        if (number > last + 1) {
            open(last + 1, number - 1, Hole.Why.MISSING, now);
        }
        last = number;
        lastId = id;
    }

    private Optional<Hole> holeAt(long number) {
        return Optional.ofNullable(holes.floorEntry(number))
                .map(Map.Entry::getValue)
                .filter(hole -> number <= hole.to());
    }

    private void cut(Hole hole, long from, long to) {
        holes.remove(hole.from());
        if (hole.from() < from) {
            open(hole.from(), from - 1, hole.why(), hole.openedAt());
        }
        if (to < hole.to()) {
            open(to + 1, hole.to(), hole.why(), hole.openedAt());
        }
    }

    private void open(long from, long to, Hole.Why why, Instant at) {
        holes.put(from, new Hole(from, to, why, at));
    }

    public long last() {
        return last;
    }

    public String lastId() {
        return lastId;
    }

    public Instant completeUntil() {
        return completeUntil;
    }

    public Collection<Hole> holes() {
        return Collections.unmodifiableCollection(holes.values());
    }

    public List<ClosedRange> closed() {
        return closed;
    }
}
