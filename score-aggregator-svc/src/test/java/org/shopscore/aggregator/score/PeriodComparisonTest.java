package org.shopscore.aggregator.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.score.metric.Fraction;

/** The worked example EX-13, and the comparison of EX-6 with last week. */
class PeriodComparisonTest {

    @ParameterizedTest
    @CsvSource({
        "visits, 10000, 1, 8000, 1, 2000.00, 25.00",
        "orders, 500, 1, 400, 1, 100.00, 25.00",
        "conversion, 50000, 10000, 40000, 8000, 0.00, 0.00",
        "after-sales satisfaction, 90, 1, 80, 1, 10.00, 12.50",
        "satisfaction of EX-6, 90, 1, 85, 1, 5.00, 5.88",
        "tasks, 600, 1, 500, 1, 100.00, 20.00",
        "rating, 48, 10, 45, 10, 0.30, 6.67",
        "complaint rate, 3, 1, 5, 1, -2.00, -40.00"
    })
    void theDifferenceIsInTheFiguresUnitAndTheRelativeOneInPercent(
            String what, long now, long of, long before, long ofBefore, String difference, String relative) {
        var compared = new PeriodComparison(Fraction.of(now, of), Fraction.of(before, ofBefore));

        assertThat(compared.difference().rounded(2)).as(what).isEqualTo(difference);
        assertThat(compared.relativePercent().orElseThrow().rounded(2)).as(what).isEqualTo(relative);
    }

    @Test
    void nothingIsInfinitelyMoreThanNothing() {
        assertThat(new PeriodComparison(Fraction.of(5, 1), Fraction.of(0, 7)).relativePercent())
                .isEmpty();
        assertThat(new PeriodComparison(Fraction.of(5, 1), Fraction.of(-1, 7)).relativePercent())
                .isEmpty();
    }

    @Test
    void whatIsBeforeAndItsRelativeDifferenceGiveWhatIsNow() {
        var random = new Random(13);
        for (int round = 0; round < 1_000; round++) {
            Fraction now = Fraction.of(random.nextInt(1_000), 1 + random.nextInt(1_000));
            Fraction before = Fraction.of(1 + random.nextInt(1_000), 1 + random.nextInt(1_000));
            Fraction share = new PeriodComparison(now, before)
                    .relativePercent()
                    .orElseThrow()
                    .over(Fraction.of(100, 1));

            assertThat(before.plus(before.times(share))).isEqualByComparingTo(now);
        }
    }
}
