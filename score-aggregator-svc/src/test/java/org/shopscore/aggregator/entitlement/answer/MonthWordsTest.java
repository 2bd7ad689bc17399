package org.shopscore.aggregator.entitlement.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shopscore.aggregator.entitlement.MonthlyShop.atLeast;
import static org.shopscore.aggregator.entitlement.MonthlyShop.day;
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
import org.shopscore.aggregator.entitlement.Judge;
import org.shopscore.aggregator.entitlement.OfficialDays;
import org.shopscore.aggregator.policy.entitlement.Predicate;
import org.shopscore.aggregator.score.shop.ShopProfile;

/** What shops read of months that passed. */
class MonthWordsTest {

    private static final LocalDate LAST = LocalDate.of(2026, 3, 20);
    private static final Predicate.Mean MEAN = new Predicate.Mean(2, "goods", atLeast("4.50"));

    @Test
    void theMonthsThatPassedAreNamedAndWhatMakesOnePass() {
        var days = until(
                "2026-03-20",
                Map.of("2025-12-31", "4.60", "2026-01-31", "4.40", "2026-02-28", "4.50", "2026-03-20", "3.00"));

        assertThat(reasons(latest(2, 3, "4.50"), days))
                .isEqualTo(
                        Map.of(
                                "zh",
                                        "自 2026-03-20 的体验分起享有：截至 2026-02 的 3 个自然月中有 2 个月达标（2025-12、2026-02），需 2 个月（达标指月末体验分不低于 4.50）",
                                "en",
                                        "Held from the score of 2026-03-20 on: 2 of the 3 calendar months up to 2026-02 passed (2025-12, 2026-02), 2 needed (a month passes when at its end the score is at least 4.50)"));
    }

    @Test
    void aMonthThatEndedWithoutAScoreIsNamedWhereMonthsAreMissing() {
        var days = until("2026-03-20", Map.of("2026-01-31", "4.40", "2026-02-28", "4.60", "2026-03-20", "4.60"));

        assertThat(reasons(new Predicate.Passes(2, 3, MEAN), days))
                .isEqualTo(
                        Map.of(
                                "zh",
                                        "未享有：截至 2026-02 的 3 个自然月中有 1 个月达标（2026-02），需 2 个月（达标指月末商品体验分的近 2 天均值不低于 4.50），2025-12 的月末没有可计的分数",
                                "en",
                                        "Not held: 1 of the 3 calendar months up to 2026-02 passed (2026-02), 2 needed (a month passes when at its end the 2-day mean of the goods dimension is at least 4.50), there is no score that counts at the end of 2025-12"));
    }

    @Test
    void noMonthAtAllIsSaidToBeNone() {
        var days = until("2026-03-20", Map.of("2026-02-28", "4.40", "2026-03-20", "4.60"));

        assertThat(reasons(latest(1, 1, "4.50"), days))
                .isEqualTo(
                        Map.of(
                                "zh", "未享有：截至 2026-02 的 1 个自然月均未达标，需 1 个月（达标指月末体验分不低于 4.50）",
                                "en",
                                        "Not held: none of the 1 calendar months up to 2026-02 passed, 1 needed (a month passes when at its end the score is at least 4.50)"));
    }

    @Test
    void eachKindOfPredicateHasItsWordsAtTheEndOfAMonth() {
        var bound = atLeast("4.50");
        var all = new Predicate.All(List.of(
                new Predicate.EveryDay(2, "total", bound, Optional.of(new BigDecimal("0.50"))),
                new Predicate.BelowRun(3, MEAN),
                new Predicate.BelowRun(3, new Predicate.NoSevereViolation()),
                new Predicate.NoSevereViolation()));
        var days = until("2026-03-20", Map.of("2026-02-28", "4.60", "2026-03-20", "4.60"));

        assertThat(reasons(new Predicate.Passes(1, 1, all), days).get("en"))
                .endsWith("(a month passes when at its end the score was at least 4.50 on each of 2 days, "
                        + "and on none of them reference values stood in for more than 50% of the total"
                        + ", and the 2-day mean of the goods dimension was at least 4.50 on 3 days in a row"
                        + ", and on 3 days in a row there was a score that counts and no severe violation that does"
                        + ", and no severe violation counts)");
        assertThat(reasons(new Predicate.Passes(1, 1, all), days).get("zh"))
                .endsWith("（达标指月末体验分近 2 天每天均不低于 4.50，且没有一天的总分有超过 50% 的部分因样本不足按参考水平补齐"
                        + "，并且商品体验分的近 2 天均值连续 3 天不低于 4.50，并且连续 3 天有可计的分数且无计入的严重违规，并且无计入的严重违规）");
    }

    @Test
    void aMonthThatEndedInTheGrowthStageIsSaidToGoByTheGrowthScore() {
        OfficialDays days = OfficialDays.none(LAST).with(day(LocalDate.of(2026, 2, 28), "GROWTH", "4.60"));
        var judged = new OfficialDays(LAST, days.days());

        assertThat(growing(latest(1, 1, "4.50"), judged)).contains("达标指月末体验分（成长阶段取成长分）不低于 4.50");
        assertThat(growing(new Predicate.Passes(1, 1, MEAN), judged)).contains("达标指月末商品体验分的近 2 天均值（成长阶段取成长分）不低于 4.50");
    }

    @Test
    void theAnswerHasEachMonthWithItsFindings() {
        var days = until("2026-03-20", Map.of("2026-01-31", "4.40", "2026-02-28", "4.60", "2026-03-20", "4.60"));

        var found = Figures.of(judge(latest(2, 3, "4.50"), days).findings().getFirst());

        assertThat(found.kind()).isEqualTo("MONTHS");
        assertThat(found.span()).isEqualTo(3);
        var months = found.months().orElseThrow();
        assertThat(months.needed()).isEqualTo(2);
        assertThat(months.passed()).isEqualTo(1);
        assertThat(months.each()).extracting(EntitlementAnswer.Month::passes).containsExactly(true, false, false);
        assertThat(months.each().get(1).findings().getFirst().value()).contains("4.40");
    }

    private static Map<String, String> reasons(Predicate grant, OfficialDays days) {
        return Reasons.of(judge(grant, days), LAST);
    }

    private static String growing(Predicate grant, OfficialDays days) {
        var entitlement = grant(grant, "FORMAL", "GROWTH");
        return Reasons.of(Judge.judge(entitlement, Optional.empty(), days, ShopProfile.UNKNOWN), LAST)
                .get("zh");
    }
}
