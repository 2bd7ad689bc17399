package org.shopscore.aggregator.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.policy.metric.Ratio;
import org.shopscore.aggregator.score.metric.Fraction;

/** Expected figures were computed apart, in 30 digits. */
class IntervalTest {

    private static final Ratio PERCENT =
            new Ratio(Ratio.Kind.PERCENT, "chat.turns-within-3min", "chat.turns", BigDecimal.ONE);

    private static final Ratio STARS =
            new Ratio(Ratio.Kind.MEAN, "review.stars", "review.orders-rated", BigDecimal.ONE);

    @ParameterizedTest
    @CsvSource({
        "171, 200, 80.930855, 89.121497",
        "5, 10, 26.927182, 73.072818",
        "0, 3, 0.000000, 47.419557",
        "3, 3, 52.580443, 100.000000",
        "1, 1000000, 0.000022, 0.000448"
    })
    void aRateLiesBetweenTheseWithNinetyPercentConfidence(long good, long n, String low, String high) {
        assertThat(Interval.of(PERCENT, n, Fraction.of(100 * good, n))).contains(new Interval(low, high));
    }

    @Test
    void itIsInTheUnitOfTheMetric() {
        var ofOne = new Ratio(Ratio.Kind.PERCENT, "chat.turns-within-3min", "chat.turns", BigDecimal.valueOf(100));

        assertThat(Interval.of(ofOne, 10, Fraction.of(5, 10))).contains(new Interval("0.269272", "0.730728"));
    }

    @ParameterizedTest
    @CsvSource({
        "45, 10, 3.491622, 4.869552",
        "470, 100, 4.478452, 4.831982",
        "5, 1, 2.079464, 5.000000",
        "7, 7, 1.000000, 2.115051"
    })
    void aMeanOfStarsLiesBetweenTheseWhereverTheSingleStarsAre(long stars, long n, String low, String high) {
        assertThat(Interval.of(STARS, n, Fraction.of(stars, n))).contains(new Interval(low, high));
    }

    @Test
    void aMeanOfWaitsIsInTheUnitOfTheMetric() {
        var minutes = new Ratio(Ratio.Kind.MEAN, "chat.reply-seconds", "chat.turns", BigDecimal.valueOf(60));

        assertThat(Interval.of(minutes, 50, Fraction.of(1, 1))).contains(new Interval("0.495290", "1.915375"));
    }

    @Test
    void whatHasMaturedHasTheBoundsOfItsMeasure() {
        assertThat(Interval.of(STARS.matured(7), 10, Fraction.of(45, 10)))
                .contains(new Interval("3.491622", "4.869552"));
    }

    @Test
    void aMeanWithoutBoundsHasNone() {
        var hours = new Ratio(Ratio.Kind.MEAN, "pickup.seconds", "pickup.done", BigDecimal.valueOf(3_600));
        var ofOthers = new Ratio(Ratio.Kind.MEAN, "review.stars", "order.signed", BigDecimal.ONE);

        assertThat(Interval.of(hours, 10, Fraction.of(45, 10))).isEmpty();
        assertThat(Interval.of(ofOthers, 10, Fraction.of(45, 10))).isEmpty();
    }

    @Test
    void aValueThatCannotBeHasNone() {
        assertThat(Interval.of(PERCENT, 10, Fraction.of(1_100, 10))).isEmpty();
        assertThat(Interval.of(PERCENT, 10, Fraction.of(-100, 10))).isEmpty();
        assertThat(Interval.of(STARS, 10, Fraction.of(51, 10))).isEmpty();
        assertThat(Interval.of(STARS, 10, Fraction.of(9, 10))).isEmpty();
    }
}
