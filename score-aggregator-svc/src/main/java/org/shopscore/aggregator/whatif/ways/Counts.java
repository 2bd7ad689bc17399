package org.shopscore.aggregator.whatif.ways;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.window.Stretch;
import org.shopscore.aggregator.score.window.Sums;

/**
 * The scores with 0, 1, 2 and more facts of one kind. A good fact lifts its metric, but it can lower another one, end a bonus, bring a
 * shop to another stage, fill a sample, or give or take fixed points: the score may rise and fall. A stretch is searched by halves, the
 * lower one first, and left out where its ceiling lies below what is looked for.
 */
final class Counts {

    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    /** The score with so many facts. */
    record Count(long facts, Sums sums, ScoreSheet sheet) {

        boolean reaches(BigDecimal target) {
            return published().filter(score -> score.compareTo(target) >= 0).isPresent();
        }

        private Optional<BigDecimal> published() {
            return sheet.result().map(ScoreSheet.Result::published);
        }
    }

    private final Map<String, Long> amounts;
    private final Scores scores;
    private final Count none;
    private final Count all;

    /**
     * @param sums    without any of the facts
     * @param amounts that each of them adds
     */
    Counts(long most, Sums sums, Map<String, Long> amounts, Scores scores) {
        this.amounts = amounts;
        this.scores = scores;
        this.none = new Count(0, sums, scores.score(sums));
        this.all = above(none, most);
    }

    private Count above(Count count, long more) {
        Sums sums = count.sums().plus(amounts, more);
        return new Count(count.facts() + more, sums, scores.score(sums));
    }

    /** Empty where no number will do. */
    Optional<Count> fewest(BigDecimal target) {
        return none.reaches(target) ? Optional.of(none) : fewest(target, none, all);
    }

    /** @param tooFew does not reach the target */
    private Optional<Count> fewest(BigDecimal target, Count tooFew, Count last) {
        long between = last.facts() - tooFew.facts();
        if (between <= 1) {
            return Optional.of(last).filter(count -> count.reaches(target));
        }
        if (!mayReach(target, tooFew, last)) {
            return Optional.empty();
        }
        Count middle = above(tooFew, between / 2);
        return fewest(target, tooFew, middle).or(() -> fewest(target, middle, last));
    }

    private boolean mayReach(BigDecimal target, Count first, Count last) {
        return ceiling(first, last).filter(most -> most.compareTo(target) >= 0).isPresent();
    }

    private Optional<BigDecimal> ceiling(Count first, Count last) {
        return scores.ceiling(new Stretch(first.sums(), last.sums()));
    }

    /** The fewest facts with which the published score is highest; none where no number of them makes a score. */
    Count best() {
        return none.published()
                .or(all::published)
                .or(this::first)
                .flatMap(reached -> fewest(highest(reached, ceiling(none, all).orElse(reached))))
                .orElse(none);
    }

    /** Too few orders at one end and a verdict at the other leave scores in between. */
    private Optional<BigDecimal> first() {
        return fewest(BigDecimal.ZERO).flatMap(Count::published);
    }

    /** Halves the hundredths between a score that is reached and one that none passes. */
    private BigDecimal highest(BigDecimal reached, BigDecimal most) {
        if (reached.compareTo(most) >= 0) {
            return reached;
        }
        BigDecimal middle = reached.add(most).add(HUNDREDTH).divide(BigDecimal.TWO, 2, RoundingMode.DOWN);
        return fewest(middle)
                .flatMap(Count::published)
                .map(higher -> highest(higher, most))
                .orElseGet(() -> highest(reached, middle.subtract(HUNDREDTH)));
    }
}
