package org.shopscore.aggregator.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.entitlement.Judgement.Why;
import org.shopscore.aggregator.policy.entitlement.Entitlement;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.WithheldBy;
import org.shopscore.aggregator.score.metric.Fraction;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.score.window.DayAmounts;

/** The entitlements of the shipped policy, over days that a test writes down. */
class JudgeTest {

    private static final LocalDate LAST = LocalDate.of(2026, 3, 20);
    private static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 5);

    @Test
    void aMeanBelowItsLineIsRefusedThoughThreeDaysWereAboveIt() {
        OfficialDays days = scores("4.30", "4.28", "4.26", "4.24", "4.22", "4.20", "4.18");

        Judgement campaign = judge("campaign", Optional.empty(), days);
        assertThat(campaign.isHeld()).isFalse();
        assertThat(campaign.why()).isEqualTo(Why.NOT_GRANTED);
        Finding mean = campaign.findings().getFirst();
        assertThat(mean.value().orElseThrow().compareTo(Fraction.of(new BigDecimal("4.24"))))
                .isZero();
        assertThat(mean.days()).hasSize(7);
        assertThat(mean.days().getFirst().statDate()).isEqualTo(LAST);

        assertThat(judge("alliance", Optional.of(LONG_AGO), days).why()).isEqualTo(Why.REVOKED);
        assertThat(judge("ads", Optional.of(LONG_AGO), days).why()).isEqualTo(Why.KEPT);
    }

    @Test
    void aMeanIsComparedWithoutRounding() {
        assertThat(held("campaign", scores("4.25", "4.25", "4.25", "4.25", "4.25", "4.25", "4.24")))
                .isFalse();
        assertThat(held("campaign", scores("4.25", "4.25", "4.25", "4.25", "4.25", "4.26", "4.24")))
                .isTrue();
    }

    @Test
    void oneGoodDayKeepsALicenceThatFourteenBadOnesTake() {
        String[] bad = times(14, "3.99");
        assertThat(judge("categoryLicence", Optional.of(LONG_AGO), scores(bad)).why())
                .isEqualTo(Why.REVOKED);
        bad[6] = "4.00";
        Judgement kept = judge("categoryLicence", Optional.of(LONG_AGO), scores(bad));
        assertThat(kept.why()).isEqualTo(Why.KEPT);
        assertThat(kept.since()).contains(LONG_AGO);
    }

    @Test
    void aLicenceIsAdmittedAboveItsLineAndNotOnIt() {
        assertThat(held("categoryLicence", scores("4.25"))).isFalse();
        assertThat(held("categoryLicence", scores("4.26"))).isTrue();
    }

    @Test
    void aCampaignIsLostOnlyAfterSevenMeansBelowTheLineInARow() {
        var scores = new ArrayList<String>(List.of(times(7, "4.40")));
        int until = 0;
        while (judge("campaign", Optional.of(LONG_AGO), scores(scores.toArray(String[]::new)))
                .isHeld()) {
            scores.add("4.10");
            until++;
        }
        // After four bad days the mean is 29.9/7 with the fifth: 4.2714, 4.2286; the seventh such mean comes on day 10.
        assertThat(until).isEqualTo(10);
    }

    @Test
    void aDayWithoutAScoreBreaksARun() {
        String[] scores = times(20, "4.10");
        assertThat(judge("campaign", Optional.of(LONG_AGO), scores(scores)).isHeld())
                .isFalse();
        scores[16] = "NONE";
        assertThat(judge("campaign", Optional.of(LONG_AGO), scores(scores)).isHeld())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"3, false", "4, true"})
    void aMeanNeedsHalfOfItsDays(int scored, boolean isHeld) {
        String[] scores = times(7, "NONE");
        for (int i = 0; i < scored; i++) {
            scores[6 - i] = "4.90";
        }
        assertThat(held("campaign", scores(scores))).isEqualTo(isHeld);
    }

    @Test
    void theGrowthScoreIsAcceptedWhereThePolicySaysSo() {
        OfficialDays growing = days(day(LAST, "GROWTH", "4.25", "2.0000", false));
        assertThat(held("alliance", growing)).isTrue();
        assertThat(held("campaign", growing)).isTrue();
        assertThat(held("ads", growing)).isFalse();

        OfficialDays reduced = days(day(LAST, "GROWTH", "4.00", "4.9000", true));
        Judgement lost = judge("alliance", Optional.of(LONG_AGO), reduced);
        assertThat(lost.isHeld()).isFalse();
        assertThat(lost.decisive()).hasSize(3);
    }

    @Test
    void aSevereVerdictCostsTheAllianceAlone() {
        OfficialDays days = days(day(LAST, "FORMAL", "4.80", "4.8000", true));
        Judgement alliance = judge("alliance", Optional.of(LONG_AGO), days);
        assertThat(alliance.why()).isEqualTo(Why.REVOKED);
        assertThat(alliance.decisive()).extracting(Finding::kind).containsExactly(Finding.Kind.NO_SEVERE_VIOLATION);
        assertThat(held("ads", days)).isTrue();
    }

    @Test
    void theAllianceNeedsGoodsOfItsOwn() {
        assertThat(held("alliance", days(day(LAST, "FORMAL", "4.40", "4.1250", false))))
                .isTrue();
        assertThat(held("alliance", days(day(LAST, "FORMAL", "4.40", "4.1249", false))))
                .isFalse();
    }

    @Test
    void aWithheldDayGrantsAndTakesNothing() {
        OfficialDays days = scores("3.00", "WITHHELD");
        assertThat(judge("ads", Optional.of(LONG_AGO), days).isHeld()).isTrue();
        Judgement kept = judge("ads", Optional.empty(), scores("4.90", "WITHHELD"));
        assertThat(kept.isHeld()).isFalse();
        assertThat(kept.why()).isEqualTo(Why.WITHHELD);
    }

    @Test
    void fastSettlementIsJudgedByTheRunOnTheFirstOfTheMonth() {
        LocalDate lastOfMonth = LocalDate.of(2026, 3, 31);
        OfficialDays days = OfficialDays.none(lastOfMonth);
        for (int back = 29; back >= 0; back--) {
            days = days.with(day(lastOfMonth.minusDays(back), "FORMAL", "4.60", "4.6000", false));
        }
        assertThat(held("fastSettlement", days)).isTrue();
        OfficialDays dayAfter = days.with(day(lastOfMonth.plusDays(1), "FORMAL", "1.00", "1.0000", false));
        assertThat(judge("fastSettlement", Optional.of(lastOfMonth), dayAfter).why())
                .isEqualTo(Why.NOT_TODAY);
        assertThat(judge("fastSettlement", Optional.of(lastOfMonth), dayAfter).isHeld())
                .isTrue();
    }

    @Test
    void personalShopsMayBeTooYoungOrNeverAdmitted() {
        OfficialDays days = scores(times(7, "4.90"));
        assertThat(judge("campaign", Optional.of(LONG_AGO), days, personal(LONG_AGO))
                        .why())
                .isEqualTo(Why.PERSONAL_SHOP);
        assertThat(judge("alliance", Optional.empty(), days, personal(LAST.minusDays(59)))
                        .why())
                .isEqualTo(Why.PERSONAL_SHOP_TOO_YOUNG);
        assertThat(judge("alliance", Optional.empty(), days, personal(LAST.minusDays(60)))
                        .isHeld())
                .isTrue();
    }

    /** As from everybody else: nothing is granted or taken on it. */
    @Test
    void aDayWithoutAScoreTakesNothingFromAPersonalShop() {
        OfficialDays withheld = scores(times(7, "4.90"))
                .with(new ScoredDay(
                        LAST.plusDays(1), ScoredDay.WITHHELD, Optional.empty(), Map.of(), BigDecimal.ZERO, false));

        Judgement kept = judge("campaign", Optional.of(LONG_AGO), withheld, personal(LONG_AGO));
        assertThat(kept.since()).contains(LONG_AGO);
        assertThat(kept.why()).isEqualTo(Why.WITHHELD);
        assertThat(judge("campaign", Optional.empty(), withheld, personal(LONG_AGO))
                        .why())
                .isEqualTo(Why.PERSONAL_SHOP);
    }

    @Test
    void aDayOnWhichItIsNotJudgedTakesNothingFromAPersonalShop() {
        Entitlement campaign = entitlement("campaign");
        var monthly = new Entitlement(
                campaign.code(),
                campaign.grant(),
                campaign.revoke(),
                campaign.recommend(),
                campaign.stages(),
                campaign.personalShop(),
                Optional.of(LAST.plusDays(2).getDayOfMonth()),
                false);

        assertThat(Judge.judge(monthly, Optional.of(LONG_AGO), scores("4.90"), personal(LONG_AGO))
                        .why())
                .isEqualTo(Why.NOT_TODAY);
        assertThat(Judge.judge(
                                monthly,
                                Optional.of(LONG_AGO),
                                scores("4.90").with(day(LAST.plusDays(1), "FORMAL", "4.90", "4.9000", false)),
                                personal(LONG_AGO))
                        .why())
                .isEqualTo(Why.PERSONAL_SHOP);
    }

    /** Of what is held, only what takes it says how far it is from that. */
    @Test
    void onADayWithoutAScoreTheFindingsOfWhatIsHeldAreThoseThatCouldTakeIt() {
        OfficialDays withheld = scores("4.90")
                .with(new ScoredDay(
                        LAST.plusDays(1), ScoredDay.WITHHELD, Optional.empty(), Map.of(), BigDecimal.ZERO, false));
        Entitlement licence = entitlement("categoryLicence");
        var days = new Findings(withheld, licence.stages());

        assertThat(judge("categoryLicence", Optional.of(LONG_AGO), withheld).findings())
                .isEqualTo(days.of(licence.revoke().orElseThrow()));
        assertThat(judge("categoryLicence", Optional.empty(), withheld).findings())
                .isEqualTo(days.of(licence.grant()));
    }

    @Test
    void aReviewOpensBelowItsLineAndClosesAfterSevenDaysAboveIt() {
        assertThat(held("terminationReview", scores("3.20"))).isFalse();
        assertThat(held("terminationReview", scores("3.19"))).isTrue();
        assertThat(judge("terminationReview", Optional.of(LONG_AGO), scores(times(6, "3.20")))
                        .isHeld())
                .isTrue();
        assertThat(judge("terminationReview", Optional.of(LONG_AGO), scores(times(7, "3.20")))
                        .isHeld())
                .isFalse();
        assertThat(held("terminationReview", days(day(LAST, "GROWTH", "3.00", "3.0000", false))))
                .isFalse();
    }

    /** Of the day itself, or of one before it, whose scores were corrected since. */
    @ParameterizedTest
    @CsvSource({"0, true", "1, false"})
    void aReviewIsNotClosedByTheDayThatItWasOpenedFor(int daysAgo, boolean isOpen) {
        Optional<LocalDate> opened = Optional.of(LAST.minusDays(daysAgo));
        Judgement review =
                judge("terminationReview", opened, scores("3.40", "3.40", "3.40", "3.40", "3.40", "3.40", "3.34"));

        assertThat(review.isHeld()).isEqualTo(isOpen);
        assertThat(review.since()).isEqualTo(opened.filter(_ -> isOpen));
    }

    @Test
    void endingIsAdvisedAfterSevenLowDaysThatAreTheShopsOwn() {
        String[] low = times(7, "3.19");
        assertThat(judge("terminationReview", Optional.of(LONG_AGO), scores(low))
                        .isRecommended())
                .isTrue();
        low[6] = "3.20";
        Judgement open = judge("terminationReview", Optional.of(LONG_AGO), scores(low));
        assertThat(open.isRecommended()).isFalse();
        assertThat(open.isHeld()).isTrue();

        OfficialDays padded = scores(times(6, "3.19"))
                .with(new ScoredDay(
                        LAST.plusDays(1),
                        "FORMAL",
                        Optional.of(new BigDecimal("3.19")),
                        Map.of(),
                        new BigDecimal("0.5001"),
                        false));
        assertThat(judge("terminationReview", Optional.of(LONG_AGO), padded).isRecommended())
                .isFalse();
    }

    @Test
    void theEarliestDayIsTheFirstThatFullMarksCanReach() {
        assertThat(outlook(scores("3.50")).canBeHeld(entitlement("ads"))).contains(LAST.plusDays(1));
        // (5 x 4.10 + 2 x 5.00) / 7 = 4.357; with one day of full marks it is 4.2286.
        assertThat(outlook(scores(times(7, "4.10"))).canBeHeld(entitlement("campaign")))
                .contains(LAST.plusDays(2));
        assertThat(outlook(scores(times(30, "4.60"))).canBeHeld(entitlement("fastSettlement")))
                .contains(LocalDate.of(2026, 3, 31));
        assertThat(outlook(scores("3.00")).canEnd(entitlement("terminationReview"), LAST))
                .contains(LAST.plusDays(7));
        assertThat(new Outlook(Shipped.POLICY, scores("4.90"), personal(LONG_AGO), Set.of(), Set.of())
                        .canBeHeld(entitlement("campaign")))
                .isEmpty();
    }

    /** It has the growth score, or will have it, before it has a computed one; a grown shop has not. */
    @Test
    void theEarliestDayOfAShopThatIsYoungMayBeThatOfTheGrowthScore() {
        OfficialDays young = days(day(LAST, "GROWTH", "4.00", "4.0000", false));

        assertThat(outlook(young).canBeHeld(entitlement("campaign"))).contains(LAST.plusDays(1));
        assertThat(outlook(OfficialDays.none(LAST)).canBeHeld(entitlement("campaign")))
                .contains(LAST.plusDays(1));
        assertThat(new Outlook(Shipped.POLICY, young, ShopProfile.UNKNOWN, Set.of(), Set.of(LAST.plusDays(1)))
                        .canBeHeld(entitlement("campaign")))
                .contains(LAST.plusDays(2));
        assertThat(outlook(scores(times(7, "4.10"))).canBeHeld(entitlement("campaign")))
                .contains(LAST.plusDays(2));
    }

    /** Decided on the day after the last official one, a verdict counts for thirty days. */
    @Test
    void theEarliestDayIsBehindTheSevereVerdictsThatAreKnown() {
        LocalDate decided = LAST.plusDays(1);
        var tiles = new DayAmounts(new TreeMap<>(Map.of(decided, Map.of("verdict.brushing", 1L))));
        Set<LocalDate> severe = Outlook.coming(Shipped.POLICY.severeViolations(), tiles, LAST);
        assertThat(severe).hasSize(30).contains(decided, decided.plusDays(29));

        assertThat(new Outlook(Shipped.POLICY, scores("4.10"), ShopProfile.UNKNOWN, severe, Set.of())
                        .canBeHeld(entitlement("alliance")))
                .contains(decided.plusDays(30));
        assertThat(outlook(scores("4.10")).canBeHeld(entitlement("alliance"))).contains(LAST.plusDays(1));
    }

    /** Nothing is granted on a day without a score. */
    @Test
    void theEarliestDayIsBehindTheVerdictsThatWithholdTheScore() {
        LocalDate decided = LAST.minusDays(9);
        var tiles = new DayAmounts(new TreeMap<>(Map.of(decided, Map.of("verdict.brushing", 1L))));
        var outlook = Outlook.of(WithheldBy.brushing(), scores("3.90"), ShopProfile.UNKNOWN, tiles);

        assertThat(outlook.canBeHeld(entitlement("ads"))).contains(decided.plusDays(30));
        assertThat(outlook(scores("3.90")).canBeHeld(entitlement("ads"))).contains(LAST.plusDays(1));
    }

    @Test
    void aDayWithoutAScoreHasNoValueInARun() {
        String[] good = times(20, "4.10");
        OfficialDays days = scores(good)
                .with(new ScoredDay(LAST.minusDays(3), "NONE", Optional.empty(), Map.of(), BigDecimal.ZERO, false));
        for (int back = 2; back >= 0; back--) {
            days = days.with(day(LAST.minusDays(back), "FORMAL", "4.10", "4.1000", false));
        }
        Finding run = judge("campaign", Optional.of(LONG_AGO), days).findings().getFirst();

        assertThat(run.kind()).isEqualTo(Finding.Kind.RUN);
        assertThat(run.holds()).isFalse();
        assertThat(run.days().stream().filter(day -> day.value().isEmpty()).map(Finding.DayValue::statDate))
                .containsExactly(LAST.minusDays(3));
    }

    @Test
    void everyPredicateOfTheShippedPolicyLooksBackThirtyDaysAtMost() {
        assertThat(Reach.of(Shipped.POLICY).depth()).isEqualTo(30);
        assertThat(Reach.of(Shipped.POLICY).subjects()).containsExactly("goods");
    }

    private static Outlook outlook(OfficialDays days) {
        return new Outlook(Shipped.POLICY, days, ShopProfile.UNKNOWN, Set.of(), Set.of());
    }

    private static ShopProfile personal(LocalDate openedOn) {
        return new ShopProfile(
                Optional.empty(),
                Optional.of(openedOn),
                Optional.of(ShopProfile.Kind.PERSONAL),
                Set.of(),
                OptionalInt.empty());
    }

    private static boolean held(String code, OfficialDays days) {
        return judge(code, Optional.empty(), days).isHeld();
    }

    private static Judgement judge(String code, Optional<LocalDate> before, OfficialDays days) {
        return judge(code, before, days, ShopProfile.UNKNOWN);
    }

    private static Judgement judge(String code, Optional<LocalDate> before, OfficialDays days, ShopProfile profile) {
        return Judge.judge(entitlement(code), before, days, profile);
    }

    private static Entitlement entitlement(String code) {
        return Shipped.POLICY.entitlements().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String[] times(int count, String score) {
        return java.util.stream.Stream.generate(() -> score).limit(count).toArray(String[]::new);
    }

    /** The newest last. */
    private static OfficialDays scores(String... scores) {
        OfficialDays days = OfficialDays.none(LAST);
        for (int i = 0; i < scores.length; i++) {
            LocalDate on = LAST.minusDays(scores.length - 1L - i);
            days = days.with(
                    Character.isDigit(scores[i].charAt(0))
                            ? day(on, "FORMAL", scores[i], scores[i] + "00", false)
                            : new ScoredDay(on, scores[i], Optional.empty(), Map.of(), BigDecimal.ZERO, false));
        }
        return days;
    }

    private static OfficialDays days(ScoredDay day) {
        return OfficialDays.none(day.statDate()).with(day);
    }

    private static ScoredDay day(LocalDate on, String stage, String published, String goods, boolean isSevere) {
        return new ScoredDay(
                on,
                stage,
                Optional.of(new BigDecimal(published)),
                Map.of("goods", new BigDecimal(goods)),
                BigDecimal.valueOf(0, 4),
                isSevere);
    }
}
