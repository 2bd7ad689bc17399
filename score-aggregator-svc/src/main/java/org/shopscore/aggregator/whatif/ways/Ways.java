package org.shopscore.aggregator.whatif.ways;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.window.Sums;
import org.shopscore.aggregator.whatif.ways.Effect.Kind;

/**
 * The cheapest ways to a published score that change one metric alone: the fewest more good facts, or the fewest bad ones that
 * would have to have gone well.
 */
public final class Ways {

    /** No shop gets more facts of one kind than this in a window. */
    private static final long MOST = 1_000_000_000;

    /**
     * @param facts how many facts of the kind it takes
     * @param sheet the score with them
     */
    public record Way(Effect effect, long facts, ScoreSheet sheet) {

        private static Way of(Effect effect, Counts.Count count) {
            return new Way(effect, count.facts(), count.sheet());
        }
    }

    /**
     * @param reached fewest facts first
     * @param missed  kinds of facts that do not reach the target in any number, each with the best it comes to
     */
    public record Found(List<Way> reached, List<Way> missed) {}

    private final List<Effect> effects;

    public Ways(List<Effect> effects) {
        this.effects = effects.stream()
                .filter(effect -> effect.kind() != Kind.MORE_BAD)
                .toList();
    }

    /**
     * Nothing to do for a target that is reached already.
     *
     * @param scores of the shop, with other sums
     */
    public Found to(BigDecimal target, Sums sums, Scores scores) {
        var reached = new ArrayList<Way>();
        var missed = new ArrayList<Way>();
        for (Effect effect : reaches(target, scores.score(sums)) ? List.<Effect>of() : effects) {
            var counts = new Counts(effect.most().of(sums).orElse(MOST), sums, effect.amounts(), scores);
            counts.fewest(target)
                    .ifPresentOrElse(
                            count -> reached.add(Way.of(effect, count)),
                            () -> missed.add(Way.of(effect, counts.best())));
        }
        reached.sort(Comparator.comparingLong(Way::facts)
                .thenComparing(way -> way.effect().id()));
        return new Found(List.copyOf(reached), List.copyOf(missed));
    }

    public static boolean reaches(BigDecimal target, ScoreSheet sheet) {
        return sheet.result()
                .filter(result -> result.published().compareTo(target) >= 0)
                .isPresent();
    }
}
