package org.shopscore.logistics.carrier.choice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The carriers that can take a lane's parcels, the best first, and those that cannot be compared or asked.
 *
 * @param places   empty when nobody has shown enough: then nobody is recommended
 * @param ruledOut by the carrier's code
 */
record Ranking(List<Place> places, List<RuledOut> ruledOut) {

    /**
     * @param against   the first for all others, the second for the first; empty for one that is alone
     * @param decidedBy the first criterion in whose steps the two differ; empty when they differ in none
     */
    record Place(int rank, Candidate candidate, Optional<Candidate> against, Optional<Criterion> decidedBy) {}

    record RuledOut(Candidate candidate, Obstacle why) {}

    /** Why a carrier is not ranked; the first that holds. */
    enum Obstacle {
        NOT_COVERED,
        LEVEL_NOT_OFFERED,
        CAPACITY_TOO_SMALL,
        TOO_FEW_SAMPLES
    }

    static Ranking of(Wish wish, Collection<Candidate> candidates) {
        var ranked = new ArrayList<Candidate>();
        var ruledOut = new ArrayList<RuledOut>();
        candidates.stream()
                .sorted(Comparator.comparing(candidate -> candidate.carrier().code()))
                .forEach(candidate -> obstacle(wish, candidate)
                        .ifPresentOrElse(
                                why -> ruledOut.add(new RuledOut(candidate, why)), () -> ranked.add(candidate)));
        ranked.sort(better(wish));
        return new Ranking(places(wish, ranked), List.copyOf(ruledOut));
    }

    private static Optional<Obstacle> obstacle(Wish wish, Candidate candidate) {
        var carrier = candidate.carrier();
        if (!carrier.covers(wish.from()) || !carrier.covers(wish.to())) {
            return Optional.of(Obstacle.NOT_COVERED);
        }
        if (wish.level().filter(level -> !carrier.levels().contains(level)).isPresent()) {
            return Optional.of(Obstacle.LEVEL_NOT_OFFERED);
        }
        if (isTooSmall(wish, candidate)) {
            return Optional.of(Obstacle.CAPACITY_TOO_SMALL);
        }
        return candidate.standing().due() < wish.minSamples()
                ? Optional.of(Obstacle.TOO_FEW_SAMPLES)
                : Optional.empty();
    }

    /** A capacity that nobody has told rules nobody out. */
    private static boolean isTooSmall(Wish wish, Candidate candidate) {
        return wish.parcelsPerDay()
                .flatMap(needed -> candidate.capacityPerDay().filter(capacity -> capacity < needed))
                .isPresent();
    }

    private static Comparator<Candidate> better(Wish wish) {
        Comparator<Candidate> bySteps = wish.preference().criteria().stream()
                .<Comparator<Candidate>>map(criterion -> (one, other) -> criterion.compare(one, other, wish.currency()))
                .reduce(Comparator::thenComparing)
                .orElseThrow();
        return bySteps.thenComparing(Ranking::moreOnTime)
                .thenComparing(candidate -> candidate.carrier().code());
    }

    /** Exactly, by cross-multiplication. */
    private static int moreOnTime(Candidate one, Candidate other) {
        var mine = one.standing();
        var theirs = other.standing();
        return Long.compare(theirs.onTime() * mine.due(), mine.onTime() * theirs.due());
    }

    private static List<Place> places(Wish wish, List<Candidate> ranked) {
        return IntStream.range(0, ranked.size())
                .mapToObj(i -> place(wish, ranked, i))
                .toList();
    }

    private static Place place(Wish wish, List<Candidate> ranked, int i) {
        var candidate = ranked.get(i);
        var against = ranked.size() == 1 ? Optional.<Candidate>empty() : Optional.of(ranked.get(i == 0 ? 1 : 0));
        return new Place(i + 1, candidate, against, against.flatMap(other -> decidedBy(wish, candidate, other)));
    }

    private static Optional<Criterion> decidedBy(Wish wish, Candidate one, Candidate other) {
        return wish.preference().criteria().stream()
                .filter(criterion -> criterion.compare(one, other, wish.currency()) != 0)
                .findFirst();
    }
}
