package org.shopscore.aggregator.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.entitlement.Finding.DayValue;
import org.shopscore.aggregator.entitlement.Finding.Kind;
import org.shopscore.aggregator.policy.entitlement.Bound;
import org.shopscore.aggregator.policy.entitlement.Predicate;

/** What is told of the days that a predicate looked at. */
class FindingsTest {

    private static final LocalDate LAST = LocalDate.of(2026, 3, 20);
    private static final Bound BELOW = new Bound(Bound.Comparison.LT, new BigDecimal("4.25"));
    private static final Predicate.Mean MEAN = new Predicate.Mean(2, "total", BELOW);

    @Test
    void theValuesOfARunOfMeansSayThatTheyAreMeans() {
        Finding run = found(new Predicate.BelowRun(2, MEAN), formal("4.00", "4.10", "4.30"));

        assertThat(run.kind()).isEqualTo(Kind.RUN);
        assertThat(run.holds()).isTrue();
        assertThat(run.span()).isEqualTo(2);
        assertThat(run.meanOver()).contains(2);
        assertThat(run.isGrowthScore()).isFalse();
        assertThat(run.days()).extracting(DayValue::statDate).containsExactly(LAST, LAST.minusDays(1));
        assertThat(figures(run)).containsExactly("4.2000", "4.0500");
    }

    @Test
    void theValuesOfARunOfDaysAreTheirOwn() {
        Finding run = found(new Predicate.BelowRun(2, new Predicate.Latest("total", BELOW)), formal("4.00", "4.10"));

        assertThat(run.meanOver()).isEmpty();
        assertThat(figures(run)).containsExactly("4.1000", "4.0000");
    }

    @Test
    void aMeanOverDaysIsNoRunOfMeans() {
        Finding mean = found(MEAN, formal("4.00", "4.10"));

        assertThat(mean.meanOver()).isEmpty();
        assertThat(mean.isGrowthScore()).isFalse();
        assertThat(mean.days()).hasSize(2);
    }

    @Test
    void ofAGrowingShopTheGrowthScoreIsTakenAndSaidToBe() {
        OfficialDays growing = OfficialDays.none(LAST).with(day(LAST, "GROWTH", "4.00"));

        assertThat(found(MEAN, growing).isGrowthScore()).isTrue();
        assertThat(found(MEAN, growing).days()).hasSize(1);
        assertThat(found(new Predicate.Latest("goods", BELOW), growing).isGrowthScore())
                .isTrue();
        assertThat(found(new Predicate.BelowRun(1, MEAN), growing).isGrowthScore())
                .isTrue();
        assertThat(new Findings(growing, Set.of("FORMAL")).of(MEAN).getFirst().isGrowthScore())
                .isFalse();
    }

    private static Finding found(Predicate predicate, OfficialDays days) {
        return new Findings(days, Set.of("FORMAL", "GROWTH")).of(predicate).getFirst();
    }

    private static List<String> figures(Finding finding) {
        return finding.days().stream()
                .flatMap(day -> day.value().stream())
                .map(value -> value.rounded(4).toPlainString())
                .toList();
    }

    /** The newest last. */
    private static OfficialDays formal(String... scores) {
        OfficialDays days = OfficialDays.none(LAST);
        for (int i = 0; i < scores.length; i++) {
            days = days.with(day(LAST.minusDays(scores.length - 1L - i), "FORMAL", scores[i]));
        }
        return days;
    }

    private static ScoredDay day(LocalDate on, String stage, String published) {
        return new ScoredDay(
                on, stage, Optional.of(new BigDecimal(published)), Map.of(), BigDecimal.valueOf(0, 4), false);
    }
}
