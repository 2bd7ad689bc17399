package org.shopscore.aggregator.official.revision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.shopscore.aggregator.official.LateFact;
import org.shopscore.aggregator.policy.metric.Maturities;
import org.shopscore.metric.Lane;

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

    /**
     * @param offset  of the first record that the inputs do not hold
     * @param matured what they hold besides measures
     */
    record Inputs(long offset, Maturities matured) {}

    private final Map<Frozen, Inputs> frozen;

    DueRevisions(Map<Frozen, Inputs> frozen) {
        this.frozen = Map.copyOf(frozen);
    }

    /** What the inputs of a score that is due hold besides measures. */
    Maturities matured(Score score) {
        return frozen.get(new Frozen(score.statDate(), Lane.of(score.shopId()))).matured();
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
                .filter(day -> Optional.ofNullable(frozen.get(new Frozen(day, fact.partition())))
                        .filter(inputs -> fact.offset() >= inputs.offset())
                        .isPresent())
                .map(day -> new Score(day, fact.shopId()));
    }
}
