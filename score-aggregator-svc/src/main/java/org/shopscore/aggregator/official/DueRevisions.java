package org.shopscore.aggregator.official;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which scores late facts revise: those of the days that a fact counts for, where their inputs were frozen before it came. */
final class DueRevisions {

    /** A transaction is to be over long before readers give up on what bears its time. */
    private static final int MOST_SCORES = 500;

    /** Whose inputs were frozen, at an offset of the log. */
    record Frozen(LocalDate statDate, int partition) {}

    /** In the order in which rows of them are locked. */
    record Score(LocalDate statDate, String shopId) implements Comparable<Score> {

        private static final Comparator<Score> ORDER =
                Comparator.comparing(Score::statDate).thenComparing(Score::shopId);

        @Override
        public int compareTo(Score other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<Frozen, Long> offsets;

    DueRevisions(Map<Frozen, Long> offsets) {
        this.offsets = Map.copyOf(offsets);
    }

    /** The first of them, at least one, until they revise as many scores as one transaction is to. */
    List<LateFact> first(List<LateFact> late) {
        var scores = new HashSet<Score>();
        int count = 0;
        while (count < late.size() && scores.size() < MOST_SCORES) {
            scores(late.get(count++)).forEach(scores::add);
        }
        return late.subList(0, count);
    }

    /** The facts of each score in their order. */
    SortedMap<Score, List<LateFact>> byScore(List<LateFact> late) {
        var scores = new TreeMap<Score, List<LateFact>>();
        late.forEach(fact -> scores(fact)
                .forEach(score ->
                        scores.computeIfAbsent(score, _ -> new ArrayList<>()).add(fact)));
        return scores;
    }

    /** What was frozen at a higher offset holds the fact already. */
    private Stream<Score> scores(LateFact fact) {
        return fact.statDates()
                .filter(day -> fact.offset() >= offsets.getOrDefault(new Frozen(day, fact.partition()), Long.MAX_VALUE))
                .map(day -> new Score(day, fact.shopId()));
    }
}
