package org.shopscore.aggregator.entitlement.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.entitlement.Judge;
import org.shopscore.aggregator.entitlement.Judgement;
import org.shopscore.aggregator.entitlement.OfficialDays;
import org.shopscore.aggregator.entitlement.ScoredDay;
import org.shopscore.aggregator.policy.entitlement.Bound;
import org.shopscore.aggregator.policy.entitlement.Entitlement;
import org.shopscore.aggregator.policy.entitlement.Predicate;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.shop.ShopProfile;

/** What shops read of the entitlements of the shipped policy. */
class ReasonsTest {

    private static final LocalDate LAST = LocalDate.of(2026, 3, 20);
    private static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 5);

    /** The newest score is above the line: only the means were below it. */
    @Test
    void aRunOfMeansIsSaidToBeOne() {
        var days = scores(
                Stream.concat(times(13, "4.10").stream(), Stream.of("4.40")).toList());
        var lost = Reasons.of(judge("campaign", Optional.of(LONG_AGO), days), LAST);

        assertThat(lost.get("zh")).isEqualTo("自 2026-03-20 的体验分起不再享有：体验分的近 7 天均值连续 7 天低于 4.25");
        assertThat(lost.get("en"))
                .isEqualTo(
                        "No longer held from the score of 2026-03-20 on: the 7-day mean of the score was below 4.25 on 7 days in a row");
    }

    @Test
    void theFindingsShowOverHowManyDaysTheirValuesAreMeans() {
        var run = Figures.of(judge("campaign", Optional.of(LONG_AGO), scores(times(14, "4.10")))
                .findings()
                .getFirst());
        assertThat(run.kind()).isEqualTo("RUN");
        assertThat(run.meanOver()).contains(7);
        assertThat(run.growthScore()).isFalse();

        var latest = Figures.of(
                judge("ads", Optional.empty(), scores("4.10")).findings().getFirst());
        assertThat(latest.meanOver()).isEmpty();
    }

    @Test
    void aDayWithoutAScoreHasNoFigure() {
        var refused = Reasons.of(judge("ads", Optional.empty(), scores("NONE")), LAST);

        assertThat(refused.get("zh")).isEqualTo("未享有：2026-03-20 没有可计的体验分（未出分，或所处阶段的分数不计）");
        assertThat(refused.get("en"))
                .isEqualTo(
                        "Not held: nothing of 2026-03-20 counts for the score (no score, or one of a stage that does not count)");
    }

    @Test
    void tooFewDaysWithAScoreHaveNoMean() {
        var refused = Reasons.of(judge("campaign", Optional.empty(), scores("4.90", "4.90", "4.90")), LAST);

        assertThat(refused.get("zh")).isEqualTo("未享有：截至 2026-03-20 的 7 天中有可计体验分的不足一半，没有均值");
        assertThat(refused.get("en"))
                .isEqualTo(
                        "Not held: on fewer than half of the 7 days up to 2026-03-20 anything counts for the score, so there is no mean of it");
    }

    @Test
    void aFigureBeyondItsBoundIsToldAsItIs() {
        var refused = Reasons.of(judge("ads", Optional.empty(), scores("3.90")), LAST);

        assertThat(refused.get("zh")).isEqualTo("未享有：2026-03-20 的体验分为 3.90，低于 4.00");
        assertThat(refused.get("en")).isEqualTo("Not held: the score of 2026-03-20 is 3.90, not at least 4.00");
    }

    @Test
    void ofAGrowingShopTheGrowthScoreIsNamed() {
        OfficialDays growing = OfficialDays.none(LAST).with(day(LAST, "GROWTH", Optional.of("4.25")));
        var campaign = Reasons.of(judge("campaign", Optional.empty(), growing), LAST);
        var alliance = Reasons.of(judge("alliance", Optional.empty(), growing), LAST);

        assertThat(campaign.get("zh")).isEqualTo("自 2026-03-20 的体验分起享有：2026-03-20 处于成长阶段，体验分取成长分 4.25，不低于 4.25");
        assertThat(campaign.get("en"))
                .isEqualTo(
                        "Held from the score of 2026-03-20 on: in the growth stage on 2026-03-20 the growth score 4.25 stands for the score and is at least 4.25");
        assertThat(alliance.get("zh")).contains("商品体验分取成长分 4.25，不低于 4.125");
    }

    @Test
    void aRunThatGrowthScoresStandInSaysSo() {
        OfficialDays days = OfficialDays.none(LAST);
        for (int back = 6; back >= 0; back--) {
            days = days.with(day(LAST.minusDays(back), "GROWTH", Optional.of("4.00")));
        }

        assertThat(Reasons.of(judge("campaign", Optional.of(LONG_AGO), days), LAST)
                        .get("zh"))
                .isEqualTo("自 2026-03-20 的体验分起不再享有：体验分的近 7 天均值（成长阶段取成长分）连续 7 天低于 4.25");
    }

    /** Each day is above its line: only what is not the shop's own stands in the way. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4.60 | 0.3000 | 自 2026-03-20 的体验分起享有：体验分近 7 天每天均不低于 4.50 | Held from the score of 2026-03-20 on: the score was at least 4.50 on each of 7 days",
                "4.60 | 0.4000 | 未享有：体验分近 7 天每天均不低于 4.50，但其中 7 天的总分有超过 30% 的部分因样本不足按参考水平补齐 | Not held: the score was at least 4.50 on each of 7 days, but on 7 of them reference values stood in for more than 30% of the total, of which the samples were too small",
                "4.40 | 0.4000 | 未享有：体验分近 7 天并非每天不低于 4.50，且其中 6 天的总分有超过 30% 的部分因样本不足按参考水平补齐 | Not held: the score was not at least 4.50 on each of 7 days, and on 6 of them reference values stood in for more than 30% of the total, of which the samples were too small",
                "4.40 | 0.3000 | 未享有：体验分近 7 天并非每天不低于 4.50 | Not held: the score was not at least 4.50 on each of 7 days"
            })
    void aScoreThatIsMostlyPaddedIsSaidToBe(String oldest, String padding, String zh, String en) {
        OfficialDays days = OfficialDays.none(LAST);
        for (int back = 6; back >= 0; back--) {
            var score = Optional.of(new BigDecimal(back == 6 ? oldest : "4.60"));
            var share = new BigDecimal(back == 6 && oldest.equals("4.40") ? "0.0000" : padding);
            days = days.with(new ScoredDay(LAST.minusDays(back), "FORMAL", score, Map.of(), share, false));
        }
        var most = Optional.of(new BigDecimal("0.30"));

        assertThat(granted(new Predicate.EveryDay(7, "total", bound(Bound.Comparison.GTE, "4.50"), most), days))
                .isEqualTo(Map.of("zh", zh, "en", en));
    }

    /** The total was below its line all the time, the goods never. */
    @Test
    void ofARunOfSeveralPredicatesThoseAreNamedThatDidNotHold() {
        var below = bound(Bound.Comparison.LT, "4.00");
        var both =
                new Predicate.All(List.of(new Predicate.Latest("total", below), new Predicate.Latest("goods", below)));
        OfficialDays days = OfficialDays.none(LAST);
        for (int back = 2; back >= 0; back--) {
            days = days.with(day(LAST.minusDays(back), "3.90", "4.5000", false));
        }

        assertThat(granted(new Predicate.BelowRun(3, both), days))
                .isEqualTo(Map.of(
                        "zh", "未享有：商品体验分并未连续 3 天低于 4.00",
                        "en", "Not held: the goods dimension was not below 4.00 on 3 days in a row"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | false | 自 2026-03-20 的体验分起享有：连续 3 天有可计的分数且无计入的严重违规 | Held from the score of 2026-03-20 on: on 3 days in a row there was a score that counts and no severe violation that does",
                "0 | true | 未享有：并未连续 3 天有可计的分数且无计入的严重违规 | Not held: there were not 3 days in a row with a score that counts and no severe violation that does",
                "1 | false | 未享有：并未连续 3 天有可计的分数且无计入的严重违规 | Not held: there were not 3 days in a row with a score that counts and no severe violation that does"
            })
    void aRunWithoutSevereViolationsHasASubject(int missing, boolean isSevere, String zh, String en) {
        OfficialDays days = OfficialDays.none(LAST);
        for (int back = 2 - missing; back >= 0; back--) {
            days = days.with(day(LAST.minusDays(back), "4.60", "4.5000", isSevere && back == 1));
        }

        assertThat(granted(new Predicate.BelowRun(3, new Predicate.NoSevereViolation()), days))
                .isEqualTo(Map.of("zh", zh, "en", en));
    }

    /** Two days in a row on each of three days are four days; five of each of three are seven. */
    @Test
    void aRunOfRunsIsOneRunAndARunOfEveryDayIsEveryDay() {
        var below = bound(Bound.Comparison.LT, "4.00");
        OfficialDays days = OfficialDays.none(LAST);
        for (int back = 6; back >= 0; back--) {
            days = days.with(day(LAST.minusDays(back), back == 3 ? "4.10" : "3.90", "4.5000", false));
        }

        assertThat(granted(
                        new Predicate.BelowRun(3, new Predicate.BelowRun(2, new Predicate.Latest("total", below))),
                        days))
                .containsEntry("en", "Not held: the score was not below 4.00 on 4 days in a row");
        assertThat(granted(
                        new Predicate.BelowRun(3, new Predicate.EveryDay(5, "total", below, Optional.empty())), days))
                .containsEntry("en", "Not held: the score was not below 4.00 on each of 7 days");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "false | 1 | 3.19 | 自 2026-03-20 的体验分起进入复核：2026-03-20 的体验分为 3.19，低于 3.20 | Opened by the score of 2026-03-20: the score of 2026-03-20 is 3.19, below 3.20",
                "false | 1 | 4.18 | 无需复核：2026-03-20 的体验分为 4.18，不低于 3.20 | Not open: the score of 2026-03-20 is 4.18, not below 3.20",
                "true | 6 | 3.20 | 自 2026-01-05 的体验分起处于复核中：体验分近 7 天并非每天不低于 3.20 | Open since the score of 2026-01-05: the score was not at least 3.20 on each of 7 days",
                "true | 7 | 3.20 | 自 2026-03-20 的体验分起不再需要复核：体验分近 7 天每天均不低于 3.20 | Closed by the score of 2026-03-20: the score was at least 3.20 on each of 7 days"
            })
    void aReviewIsNothingThatAShopHolds(boolean isOpen, int days, String score, String zh, String en) {
        var before = Optional.of(LONG_AGO).filter(_ -> isOpen);
        var told = Reasons.ofReview(judge("terminationReview", before, scores(times(days, score))), LAST);

        assertThat(told).isEqualTo(Map.of("zh", zh, "en", en));
    }

    @Test
    void aWithheldDayOpensAndClosesNoReview() {
        assertThat(Reasons.ofReview(judge("terminationReview", Optional.empty(), scores("WITHHELD")), LAST))
                .containsEntry("zh", "2026-03-20 暂不出分：当日不开启也不关闭复核。");
    }

    @Test
    void eachOutcomeHasItsWordsForEntitlementsAndForReviews() {
        for (Judgement.Why why : Judgement.Why.values()) {
            var judgement = new Judgement("some", false, Optional.empty(), why, List.of(), false);

            assertThat(Reasons.of(judgement, LAST)).hasSize(2);
            assertThat(Reasons.ofReview(judgement, LAST)).hasSize(2);
        }
    }

    @Test
    void whatTheShippedPolicyGrantsHasANameAndWhatNobodyNamedItsCode() {
        assertThat(Shipped.POLICY.entitlements())
                .extracting(Entitlement::code)
                .allSatisfy(code -> assertThat(Reasons.names(code).values()).doesNotContain(code));
        assertThat(Reasons.names("alliance")).containsEntry("zh", "精选联盟");
        assertThat(Reasons.names("vipLounge")).containsEntry("zh", "vipLounge").containsEntry("en", "vipLounge");
    }

    private static Bound bound(Bound.Comparison is, String than) {
        return new Bound(is, new BigDecimal(than));
    }

    private static Map<String, String> granted(Predicate grant, OfficialDays days) {
        var some = new Entitlement(
                "some",
                grant,
                Optional.empty(),
                Optional.empty(),
                Set.of("FORMAL"),
                new Entitlement.PersonalShop.LikeAll(),
                Optional.empty(),
                false);
        return Reasons.of(Judge.judge(some, Optional.empty(), days, ShopProfile.UNKNOWN), LAST);
    }

    private static ScoredDay day(LocalDate on, String published, String goods, boolean isSevere) {
        return new ScoredDay(
                on,
                "FORMAL",
                Optional.of(new BigDecimal(published)),
                Map.of("goods", new BigDecimal(goods)),
                BigDecimal.ZERO,
                isSevere);
    }

    private static Judgement judge(String code, Optional<LocalDate> before, OfficialDays days) {
        Entitlement entitlement = Shipped.POLICY.entitlements().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
        return Judge.judge(entitlement, before, days, ShopProfile.UNKNOWN);
    }

    private static List<String> times(int count, String score) {
        return Collections.nCopies(count, score);
    }

    private static OfficialDays scores(String... scores) {
        return scores(List.of(scores));
    }

    /** The newest last; a stage stands for a day without a score. */
    private static OfficialDays scores(List<String> scores) {
        OfficialDays days = OfficialDays.none(LAST);
        for (int i = 0; i < scores.size(); i++) {
            LocalDate on = LAST.minusDays(scores.size() - 1L - i);
            String score = scores.get(i);
            days = days.with(
                    Character.isDigit(score.charAt(0))
                            ? day(on, "FORMAL", Optional.of(score))
                            : day(on, score, Optional.empty()));
        }
        return days;
    }

    private static ScoredDay day(LocalDate on, String stage, Optional<String> published) {
        return new ScoredDay(on, stage, published.map(BigDecimal::new), Map.of(), BigDecimal.valueOf(0, 4), false);
    }
}
