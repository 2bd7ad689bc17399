package org.shopscore.outbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Contribution;

/** Amounts per shop, business day and measure: what the rows say, or what the tiles say. */
final class Tally {

    record Key(String shop, LocalDate day, String measure) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byShop = shop.compareTo(other.shop);
            int byDay = byShop != 0 ? byShop : day.compareTo(other.day);
            return byDay != 0 ? byDay : measure.compareTo(other.measure);
        }
    }

    /** What the service's rows contribute, and what the aggregator's tiles hold instead. */
    record Difference(int lane, Key key, long rows, long tiles) {}

    private final Map<Key, Long> amounts = new TreeMap<>();

    void add(String shop, Contribution contribution) {
        contribution
                .changes()
                .forEach(change -> change.measures()
                        .forEach((measure, amount) ->
                                add(new Key(shop, BusinessDay.of(change.anchoredAt()), measure), amount)));
    }

    void add(Key key, long amount) {
        amounts.merge(key, amount, Math::addExact);
    }

    /** Where these rows and those tiles differ; an absent amount is 0. */
    List<Difference> differences(int lane, Tally tiles) {
        var keys = new java.util.TreeSet<>(amounts.keySet());
        keys.addAll(tiles.amounts.keySet());
        var differences = new ArrayList<Difference>();
        for (Key key : keys) {
            long here = amounts.getOrDefault(key, 0L);
            long there = tiles.amounts.getOrDefault(key, 0L);
            if (here != there) {
                differences.add(new Difference(lane, key, here, there));
            }
        }
        return differences;
    }
}
