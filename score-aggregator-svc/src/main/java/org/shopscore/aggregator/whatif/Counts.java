package org.shopscore.aggregator.whatif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.shopscore.aggregator.policy.Bonus;
import org.shopscore.aggregator.score.MetricScore;
import org.shopscore.aggregator.score.ScoreSheet;

/**
 * The scores with 0, 1, 2 and more facts of one kind. A good fact lifts its metric, but it can end a bonus, bring a shop to another stage,
 * fill a sample, or give or take fixed points: only between such counts the score goes one way, and can be searched by halves.
 */
final class Counts {

    /** What of a metric's value is the shop's own, and not padding or fixed points. */
    private enum Own {
        NOTHING,
        A_PART,
        ALL;

        static Own of(MetricScore metric) {
            if (metric.padding().signum() == 0) {
                return ALL;
            }
            return metric.padding().compareTo(BigDecimal.ONE) == 0 ? NOTHING : A_PART;
        }
    }

    /**
     * What changes at a few counts alone, and never back.
     *
     * @param own of each metric, in the order of the policy
     */
    private record Shape(ScoreSheet.Stage stage, Set<String> bonuses, List<Own> own) {

        static Shape of(ScoreSheet sheet) {
            return new Shape(
                    sheet.stage(),
                    sheet.bonuses().stream().map(Bonus::code).collect(Collectors.toSet()),
                    sheet.metrics().stream().map(Own::of).toList());
        }
    }

    private record Piece(long first, long last) {}

    private final LongFunction<ScoreSheet> scores;
    private final List<Piece> pieces = new ArrayList<>();

    /** @param scores the sheet with so many facts, up to {@code most} */
    Counts(long most, LongFunction<ScoreSheet> scores) {
        this.scores = scores;
        split(0, most);
    }

    private void split(long first, long last) {
        if (shape(first).equals(shape(last))) {
            pieces.add(new Piece(first, last));
        } else {
            long middle = first + (last - first) / 2;
            split(first, middle);
            split(middle + 1, last);
        }
    }

    private Shape shape(long count) {
        return Shape.of(scores.apply(count));
    }

    /** Empty where no number will do. */
    OptionalLong fewest(LongPredicate isEnough) {
        return pieces.stream()
                .filter(piece -> isEnough.test(piece.first()) || isEnough.test(piece.last()))
                .mapToLong(piece -> isEnough.test(piece.first()) ? piece.first() : halved(piece, isEnough))
                .findFirst();
    }

    private static long halved(Piece piece, LongPredicate isEnough) {
        long below = piece.first();
        long enough = piece.last();
        while (enough - below > 1) {
            long middle = below + (enough - below) / 2;
            if (isEnough.test(middle)) {
                enough = middle;
            } else {
                below = middle;
            }
        }
        return enough;
    }

    /** Where the score is highest; of several such counts the lowest that ends a stretch between two of these changes. */
    long best() {
        return pieces.stream()
                .flatMapToLong(piece -> LongStream.of(piece.first(), piece.last()))
                .boxed()
                .max(Comparator.comparing(this::published).thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private BigDecimal published(long count) {
        return scores.apply(count).result().map(ScoreSheet.Result::published).orElse(BigDecimal.ONE.negate());
    }
}
