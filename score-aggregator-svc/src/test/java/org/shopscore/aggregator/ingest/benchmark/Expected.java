package org.shopscore.aggregator.ingest.benchmark;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.window.WindowSums;

/** What must come out of a load. */
final class Expected {

    private final Load load;
    private final Cells cells;
    private final long[][] sums;

    Expected(Load load) {
        this.load = load;
        cells = Cells.of(load);
        sums = new long[load.shops()][];
        cells.forEach((shop, _, measure, amount) -> {
            if (sums[shop] == null) {
                sums[shop] = new long[Cells.MEASURES.size()];
            }
            sums[shop][measure] += amount;
        });
    }

    Load load() {
        return load;
    }

    Cells cells() {
        return cells;
    }

    WindowSums sums(int shop) {
        return measure -> {
            int number = Collections.binarySearch(Cells.MEASURES, measure);
            return number < 0 ? 0 : sums[shop][number];
        };
    }

    /** By the product's engine; that the engine is right is for others to show, and for a sample here. */
    ScoreSheet.Result score(int shop) {
        return Shipped.score(sums(shop)).result().orElseThrow();
    }

    /** Some shops, the biggest ones among them, each with its days and amounts. */
    Map<Integer, SortedMap<Integer, SortedMap<String, Long>>> sample(int size) {
        var some = new SplittableRandom(7)
                .ints(0, load.shops())
                .distinct()
                .limit(Math.min(size, load.shops()) - 10)
                .boxed()
                .collect(Collectors.toSet());
        IntStream.range(0, 10).forEach(some::add);
        return new TreeMap<>(cells.days(some));
    }
}
