package org.shopscore.aggregator.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Benchmarks of one day, or changes of them, by category and subject. */
public final class Benchmarks {

    /** Of which category and subject. */
    public record Key(String category, String subject) {}

    private final Map<Key, Benchmark> all = new HashMap<>();

    public Map<Key, Benchmark> all() {
        return all;
    }

    /** Counts a shop in its own category alone. */
    public void add(String category, List<Placing> placings) {
        count(category, placings, 1);
    }

    /** Takes a shop away that was counted so. */
    public void subtract(String category, List<Placing> placings) {
        count(category, placings, -1);
    }

    private void count(String category, List<Placing> placings, int times) {
        placings.forEach(placing -> at(category, placing.subject()).count(placing, times));
    }

    private Benchmark at(String category, String subject) {
        return all.computeIfAbsent(new Key(category, subject), _ -> new Benchmark());
    }

    /** @param upwards the category and those above it; nothing for one that is not in the tree */
    public Benchmarks upwards(Function<String, List<String>> upwards) {
        var spread = new Benchmarks();
        all.entrySet().stream()
                .filter(entry -> !entry.getValue().isNothing())
                .forEach(entry -> upwards.apply(entry.getKey().category())
                        .forEach(category ->
                                spread.at(category, entry.getKey().subject()).add(entry.getValue())));
        return spread;
    }

    /** Adds changes to what is here. */
    public void add(Benchmarks changes) {
        changes.all.forEach((key, change) -> at(key.category(), key.subject()).add(change));
    }
}
