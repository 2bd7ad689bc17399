package org.shopscore.aggregator.policy.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.policy.file.PolicyFile;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.window.Counted;
import org.shopscore.metric.BoundBroken;
import org.shopscore.metric.Change;
import org.shopscore.metric.Measures;
import org.shopscore.metric.MetricEvent;

class MaturityTest {

    private static final Maturity WEEK = new Maturity("refund.due", 7);
    private static final LocalDate STAT_DATE = LocalDate.of(2026, 3, 31);

    @Test
    void whatHasMaturedHasANameThatNoMeasureHasOrMayHave() {
        assertThat(WEEK.name()).isEqualTo("refund.due@7");
        assertThat(Maturity.named("refund.due@7")).contains(WEEK);
        assertThat(Measures.names())
                .allSatisfy(name -> assertThat(Maturity.named(name)).isEmpty());
        assertThatThrownBy(() -> new MetricEvent(
                        "shop-1",
                        Instant.EPOCH,
                        "refund/1",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Change(Instant.EPOCH, new TreeMap<>(Map.of(WEEK.name(), 1L)))),
                        List.of()))
                .isInstanceOf(BoundBroken.class);
    }

    /** Both ends of the window of the day, and of the one a week before. */
    @ParameterizedTest
    @CsvSource({
        "0, true, false",
        "6, true, false",
        "7, true, true",
        "29, true, true",
        "30, false, true",
        "36, false, true",
        "37, false, false"
    })
    void aDayCountsInTheWindowAndAWeekLaterAsMatured(int daysAgo, boolean isCounted, boolean isMatured) {
        var counted = new Counted(STAT_DATE, Maturities.named(List.of(WEEK.name())))
                .of(STAT_DATE.minusDays(daysAgo), Map.of("refund.due", 3L, "order.paid", 5L));

        assertThat(counted.containsKey("refund.due")).isEqualTo(isCounted);
        assertThat(counted.containsKey("order.paid")).isEqualTo(isCounted);
        assertThat(counted.get("refund.due@7")).isEqualTo(isMatured ? 3L : null);
        assertThat(counted).doesNotContainKey("order.paid@7");
    }

    @Test
    void aPolicyAsksForWhatItsMetricsAndTheBadCasesOfThemTakeToMature() {
        assertThat(Shipped.POLICY.maturities().isEmpty()).isTrue();
        String document = Shipped.fixedDocument()
                .replace(
                        "\"maturityDays\": 0, \"defaultPrior\": \"4.70\"",
                        "\"maturityDays\": 5, \"defaultPrior\": \"4.70\"");

        var policy = PolicyFile.read("p.json", document);

        assertThat(policy.metric("productRating").maturityDays()).isEqualTo(5);
        assertThat(policy.maturities().names())
                .containsExactlyInAnyOrder("review.stars@5", "review.orders-rated@5", "review.negative@5");
        assertThat(policy.metricsAlsoIn(Shipped.POLICY))
                .doesNotContain("productRating")
                .hasSize(10);
    }

    @Test
    void aFactCountsInEveryCountOfItsMeasure() {
        var maturities = Maturities.named(List.of("refund.due@7", "refund.due@15", "review.stars@5", "order.paid"));

        assertThat(maturities.longest()).isEqualTo(15);
        assertThat(maturities.everywhere(Map.of("refund.due", 2L, "order.paid", 1L)))
                .isEqualTo(Map.of("refund.due", 2L, "refund.due@7", 2L, "refund.due@15", 2L, "order.paid", 1L));
    }
}
