package org.shopscore.aggregator.tile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.shopscore.aggregator.policy.metric.Maturities;
import org.shopscore.aggregator.policy.metric.Maturity;

/** What has to be counted as it matures, by the ids of tiles and of sums. */
public final class Maturing {

    public static final Maturing NONE = new Maturing(Maturities.NONE, List.of(), 0);

    private record Entry(Maturity maturity, short measure, short matured) {}

    private final Maturities maturities;
    private final Entry[] entries;
    private final int longest;

    private Maturing(Maturities maturities, List<Entry> entries, int longest) {
        this.maturities = maturities;
        this.entries = entries.toArray(Entry[]::new);
        this.longest = longest;
    }

    /** @param ids a measure that they do not know is taken of nobody, and has nothing that could mature */
    public static Maturing of(Maturities maturities, MeasureIds ids) {
        var entries = maturities.all().stream()
                .filter(maturity -> ids.named(maturity.measure()).isPresent())
                .map(maturity -> new Entry(
                        maturity,
                        ids.named(maturity.measure()).orElseThrow().id(),
                        ids.named(maturity.name()).orElseThrow().id()))
                .toList();
        return maturities.isEmpty() ? NONE : new Maturing(maturities, entries, maturities.longest());
    }

    public Maturities maturities() {
        return maturities;
    }

    /** Days. */
    int longest() {
        return longest;
    }

    /** The numbers of days after which something matures, each once. */
    public IntStream days() {
        return Arrays.stream(entries).mapToInt(entry -> entry.maturity.days()).distinct();
    }

    /** Adds what has matured of a day in the window. */
    void addTo(Amounts sums, int day, Amounts tile, Counting window) {
        for (Entry entry : entries) {
            if (entry.maturity.counts(day, window.from(), window.to())) {
                sums.add(entry.matured, tile.get(entry.measure));
            }
        }
    }
}
