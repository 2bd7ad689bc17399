package org.shopscore.aggregator.whatif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.Sums;
import org.shopscore.aggregator.whatif.Effect.Kind;

/**
 * The cheapest ways to a published score that change one metric alone: the fewest more good facts, or the fewest bad ones that
 * would have to have gone well.
 */
final class Ways {

    /** No shop gets more facts of one kind than this in a window. */
    private static final long MOST = 1_000_000;

    /**
     * @param facts how many facts of the kind it takes
     * @param sheet the score with them
     */
    record Way(Effect effect, long facts, ScoreSheet sheet) {}

    /**
     * @param reached fewest facts first
     * @param missed  kinds of facts that do not reach the target in any number, each with the best it comes to
     */
    record Found(List<Way> reached, List<Way> missed) {}

    private final List<Effect> effects;

    Ways(List<Effect> effects) {
        this.effects = effects.stream()
                .filter(effect -> effect.kind() != Kind.MORE_BAD)
                .toList();
    }

    /**
     * Nothing to do for a target that is reached already.
     *
     * @param score of the shop, with other sums
     */
    Found to(BigDecimal target, Sums sums, Function<Sums, ScoreSheet> score) {
        var reached = new ArrayList<Way>();
        var missed = new ArrayList<Way>();
        for (Effect effect : reaches(target, score.apply(sums)) ? List.<Effect>of() : effects) {
            var known = new HashMap<Long, ScoreSheet>();
            LongFunction<ScoreSheet> scores =
                    count -> known.computeIfAbsent(count, facts -> score.apply(sums.plus(effect.amounts(), facts)));
            var counts = new Counts(effect.most().of(sums).orElse(MOST), scores);
            counts.fewest(count -> reaches(target, scores.apply(count)))
                    .ifPresentOrElse(
                            count -> reached.add(new Way(effect, count, scores.apply(count))),
                            () -> missed.add(new Way(effect, counts.best(), scores.apply(counts.best()))));
        }
        reached.sort(Comparator.comparingLong(Way::facts)
                .thenComparing(way -> way.effect().id()));
        return new Found(List.copyOf(reached), List.copyOf(missed));
    }

    static boolean reaches(BigDecimal target, ScoreSheet sheet) {
        return sheet.result()
                .filter(result -> result.published().compareTo(target) >= 0)
                .isPresent();
    }
}
