package org.shopscore.aggregator.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.shopscore.aggregator.entitlement.MonthlyShop.atLeast;
import static org.shopscore.aggregator.entitlement.MonthlyShop.day;
import static org.shopscore.aggregator.entitlement.MonthlyShop.formal;
import static org.shopscore.aggregator.entitlement.MonthlyShop.grant;
import static org.shopscore.aggregator.entitlement.MonthlyShop.judge;
import static org.shopscore.aggregator.entitlement.MonthlyShop.latest;
import static org.shopscore.aggregator.entitlement.MonthlyShop.until;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.entitlement.Finding.DayValue;
import org.shopscore.aggregator.entitlement.Finding.Month;
import org.shopscore.aggregator.entitlement.Judgement.Why;
import org.shopscore.aggregator.policy.entitlement.Predicate;
import org.shopscore.aggregator.score.shop.ShopProfile;

/** An entitlement that asks for months, over days that a test writes down. */
class PassedMonthsTest {

    private static final Predicate.Mean MEAN = new Predicate.Mean(30, "total", atLeast("4.50"));

    /** A month counts from its last day on, and no day sooner. */
    @ParameterizedTest
    @CsvSource({
        "2026-02-27, 2026-01-31, 2025-12-31",
        "2026-02-28, 2026-02-28, 2026-01-31",
        "2024-02-28, 2024-01-31, 2023-12-31",
        "2024-02-29, 2024-02-29, 2024-01-31",
        "2024-03-01, 2024-02-29, 2024-01-31",
        "2026-04-29, 2026-03-31, 2026-02-28",
        "2026-04-30, 2026-04-30, 2026-03-31",
        "2026-05-30, 2026-04-30, 2026-03-31",
        "2026-05-31, 2026-05-31, 2026-04-30",
        "2027-01-01, 2026-12-31, 2026-11-30"
    })
    void theDaysThatDecideAreTheLastOnesOfCompleteMonths(String judged, LocalDate newest, LocalDate before) {
        Judgement judgement = judge(
                latest(2, 2, "4.50"), until(judged, Map.of(newest.toString(), "4.50", before.toString(), "4.60")));

        assertThat(judgement.isHeld()).isTrue();
        assertThat(judgement.findings().getFirst().days())
                .extracting(DayValue::statDate)
                .containsExactly(newest, before);
    }

    @ParameterizedTest
    @CsvSource({"4.50, 4.49, false", "4.49, 4.50, false", "4.50, 4.50, true"})
    void whereAllMonthsAreAskedForNoneMayFail(String december, String january, boolean isHeld) {
        var days = until("2026-02-27", Map.of("2025-12-31", december, "2026-01-31", january, "2026-02-27", "3.00"));

        assertThat(judge(latest(2, 2, "4.50"), days).isHeld()).isEqualTo(isHeld);
    }

    @Test
    void monthsBeforeAShopHadAnyScoreDoNotPass() {
        var days = until("2026-02-28", Map.of("2026-01-31", "4.60", "2026-02-28", "4.60"));

        assertThat(judge(latest(3, 6, "4.50"), days).isHeld()).isFalse();
        assertThat(judge(latest(2, 6, "4.50"), days).isHeld()).isTrue();
        assertThat(judge(latest(3, 6, "4.50"), days).findings().getFirst().days())
                .extracting(DayValue::value)
                .map(Optional::isPresent)
                .containsExactly(true, true, false, false, false, false);
    }

    @Test
    void aMonthWhoseLastDayHasNoScoreDoesNotPassThoughItHasAMean() {
        OfficialDays days = OfficialDays.none(LocalDate.of(2026, 1, 1));
        for (int date = 1; date <= 30; date++) {
            days = days.with(formal(LocalDate.of(2026, 1, date), "4.60"));
        }
        days = days.with(formal(LocalDate.of(2026, 2, 1), "4.60"));

        Finding found = judge(new Predicate.Passes(1, 1, MEAN), days).findings().getFirst();

        assertThat(found.holds()).isFalse();
        Month january = found.months().orElseThrow().each().getFirst();
        assertThat(january.isScored()).isFalse();
        assertThat(january.findings()).allMatch(Finding::holds);
    }

    @Test
    void aWithheldLastDayChangesNothingAndItsMonthDoesNotPassAfterIt() {
        var end = LocalDate.of(2026, 1, 31);
        var withheld =
                new ScoredDay(end, ScoredDay.WITHHELD, Optional.empty(), Map.of(), BigDecimal.valueOf(0, 4), false);
        OfficialDays days = until("2026-01-30", Map.of("2025-12-31", "4.60", "2026-01-30", "4.60"))
                .with(withheld);
        var flagship = grant(latest(1, 1, "4.50"), "FORMAL");
        var held = Optional.of(LocalDate.of(2025, 12, 31));

        assertThat(Judge.judge(flagship, held, days, ShopProfile.UNKNOWN).why()).isEqualTo(Why.WITHHELD);
        assertThat(Judge.judge(flagship, held, days.with(formal(end.plusDays(1), "4.60")), ShopProfile.UNKNOWN)
                        .why())
                .isEqualTo(Why.REVOKED);
    }

    @Test
    void aMonthThatEndsInTheGrowthStagePassesWhereThatIsAccepted() {
        var end = LocalDate.of(2026, 1, 31);
        OfficialDays days = OfficialDays.none(end).with(day(end, "GROWTH", "4.50"));
        var months = new Predicate.Passes(1, 1, MEAN);

        assertThat(Judge.judge(grant(months, "FORMAL", "GROWTH"), Optional.empty(), days, ShopProfile.UNKNOWN)
                        .isHeld())
                .isTrue();
        assertThat(judge(months, days).isHeld()).isFalse();
    }

    /** Each is true at the end of one of the months, never both at once. */
    @Test
    void severalPredicatesHaveToHoldAtTheEndOfTheSameMonth() {
        var both = new Predicate.All(List.of(
                new Predicate.Latest("total", atLeast("4.50")),
                new Predicate.EveryDay(2, "goods", atLeast("4.00"), Optional.empty())));
        var days = until(
                "2026-02-28",
                Map.of("2026-01-30", "3.90", "2026-01-31", "4.60", "2026-02-27", "4.20", "2026-02-28", "4.40"));

        Finding found = judge(new Predicate.Passes(1, 2, both), days).findings().getFirst();

        assertThat(found.holds()).isFalse();
        assertThat(found.months().orElseThrow().each())
                .extracting(
                        month -> month.findings().stream().map(Finding::holds).toList())
                .containsExactly(List.of(false, true), List.of(true, false));
    }

    @Test
    void theFindingShowsEachMonthsFigureAndTheDaysThatMakeIt() {
        OfficialDays days = OfficialDays.none(LocalDate.of(2026, 1, 1));
        for (LocalDate day = LocalDate.of(2025, 12, 1); day.isBefore(LocalDate.of(2026, 2, 4)); day = day.plusDays(1)) {
            days = days.with(formal(day, day.getMonthValue() == 12 ? "4.40" : "4.60"));
        }

        Finding found = judge(new Predicate.Passes(2, 2, MEAN), days).findings().getFirst();

        assertThat(found.kind()).isEqualTo(Finding.Kind.MONTHS);
        assertThat(found.span()).isEqualTo(2);
        assertThat(found.meanOver()).contains(30);
        assertThat(found.days())
                .extracting(day -> day.value().orElseThrow().rounded(2).toPlainString())
                .containsExactly("4.60", "4.40");
        assertThat(found.months().orElseThrow().passed())
                .extracting(Month::lastDay)
                .containsExactly(LocalDate.of(2026, 1, 31));
        assertThat(found.months()
                        .orElseThrow()
                        .each()
                        .getLast()
                        .findings()
                        .getFirst()
                        .days())
                .extracting(DayValue::statDate)
                .hasSize(30)
                .startsWith(LocalDate.of(2025, 12, 31))
                .endsWith(LocalDate.of(2025, 12, 2));
    }

    @Test
    void nonsenseIsRefusedAtBirth() {
        var one = latest(1, 1, "4.50");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> latest(3, 2, "4.50"))
                .withMessageContaining("was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> latest(0, 2, "4.50"))
                .withMessageContaining("was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Predicate.Passes(1, 1, one));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Predicate.BelowRun(2, new Predicate.All(List.of(one))));
    }
}
