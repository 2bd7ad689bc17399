package org.shopscore.metric;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything a fact adds to its shop's measures in the state it is in: a pure function of that state, so that what travels is
 * always {@code now.minus(before)}.
 */
public final class Contribution {

    private static final Contribution NONE = new Contribution(new TreeMap<>());

    private final SortedMap<Instant, SortedMap<String, Long>> amounts;

    private Contribution(SortedMap<Instant, SortedMap<String, Long>> amounts) {
        this.amounts = amounts;
    }

    public static Contribution none() {
        return NONE;
    }

    public static Contribution of(List<Change> changes) {
        Contribution sum = NONE;
        for (Change change : changes) {
            for (var measure : change.measures().entrySet()) {
                sum = sum.plus(change.anchoredAt(), measure.getKey(), measure.getValue());
            }
        }
        return sum;
    }

    /** @return this and {@code amount} more of the measure; the same when the amount is 0 */
    public Contribution plus(Instant anchoredAt, String measure, long amount) {
        var sum = copy();
        add(sum, anchoredAt, measure, amount);
        return new Contribution(sum);
    }

    public Contribution plus(Contribution other) {
        return merged(other, 1);
    }

    /** @return what must be added to {@code before} to come here; empty when they are equal */
    public Contribution minus(Contribution before) {
        return merged(before, -1);
    }

    /** What it adds to the measure at that instant; 0 when nothing. */
    public long amount(Instant anchoredAt, String measure) {
        return amounts.getOrDefault(anchoredAt, Collections.emptySortedMap()).getOrDefault(measure, 0L);
    }

    public boolean isEmpty() {
        return amounts.isEmpty();
    }

    /** By instant, then by name; no amount is zero. */
    public List<Change> changes() {
        var changes = new ArrayList<Change>();
        amounts.forEach((anchoredAt, measures) -> changes.add(new Change(anchoredAt, measures)));
        return changes;
    }

    /**
     * The changes in parts of at most so many amounts each, none of them without any.
     *
     * @param most at least as many as one instant has
     */
    public List<List<Change>> parts(int most) {
        var parts = new ArrayList<List<Change>>();
        int room = 0;
        for (Change change : changes()) {
            int size = change.measures().size();
            if (size > room) {
                parts.add(new ArrayList<>());
                room = most;
            }
            parts.getLast().add(change);
            room -= size;
        }
        return parts;
    }

    private Contribution merged(Contribution other, int sign) {
        var sum = copy();
        other.amounts.forEach((anchoredAt, measures) ->
                measures.forEach((measure, amount) -> add(sum, anchoredAt, measure, sign * amount)));
        return new Contribution(sum);
    }

    private SortedMap<Instant, SortedMap<String, Long>> copy() {
        var copy = new TreeMap<Instant, SortedMap<String, Long>>();
        amounts.forEach((anchoredAt, measures) -> copy.put(anchoredAt, new TreeMap<>(measures)));
        return copy;
    }

    private static void add(
            SortedMap<Instant, SortedMap<String, Long>> sum, Instant anchoredAt, String measure, long amount) {
        var measures = sum.computeIfAbsent(anchoredAt, _ -> new TreeMap<>());
        measures.merge(measure, amount, Math::addExact);
        measures.remove(measure, 0L);
        if (measures.isEmpty()) {
            sum.remove(anchoredAt);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Contribution that && amounts.equals(that.amounts);
    }

    @Override
    public int hashCode() {
        return amounts.hashCode();
    }

    @Override
    public String toString() {
        return amounts.toString();
    }
}
