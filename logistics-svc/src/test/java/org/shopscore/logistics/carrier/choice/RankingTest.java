package org.shopscore.logistics.carrier.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.logistics.carrier.Carrier;
import org.shopscore.logistics.lane.Price;
import org.shopscore.logistics.lane.ServiceLevel;
import org.shopscore.logistics.region.Region;

class RankingTest {

    private static final long SEED = 20260301;
    private static final Region JINAN = new Region("CN-3701");
    private static final Region BEIJING = new Region("CN-11");

    private static final Carrier YTO = carrier("yto", "圆通速递", "YTO Express", "CN");
    private static final Carrier ZTO = carrier("zto", "中通快递", "ZTO Express", "CN");

    private static Carrier carrier(String code, String zh, String en, String coverage) {
        return new Carrier(code, zh, en, Set.of(new Region(coverage)), Set.of(ServiceLevel.NATIONAL), Optional.empty());
    }

    private static Wish wish(Preference preference) {
        return new Wish(JINAN, BEIJING, 30, Optional.of(500L), Optional.of(ServiceLevel.NATIONAL), "CNY", preference);
    }

    private static Candidate candidate(Carrier carrier, long due, long onTime, long exceptional, long p90, long price) {
        var standing = new Standing(due, onTime, 1_000, exceptional, Optional.of(p90), 10, 80);
        return new Candidate(carrier, standing, Optional.of(new Price(price, "CNY")), Optional.empty());
    }

    private static Ranking ranking(Preference preference, Candidate... candidates) {
        return Ranking.of(wish(preference), List.of(candidates));
    }

    private static String first(Ranking ranking) {
        return ranking.places().getFirst().candidate().carrier().code();
    }

    @ParameterizedTest
    @CsvSource({
        "100, 96, 5,  4000, 400, 100, 95, 5,  4000, 300, RELIABLE, yto, ON_TIME",
        "100, 95, 5,  4000, 400, 300, 287, 5, 4000, 300, RELIABLE, zto, PRICE",
        "100, 95, 6,  4000, 400, 100, 95, 5,  4000, 400, RELIABLE, zto, EXCEPTIONS",
        "100, 95, 5,  4319, 300, 100, 95, 5,  4320, 100, RELIABLE, yto, SPEED",
        "100, 95, 5,  4320, 300, 100, 95, 5,  4500, 300, RELIABLE, yto, ",
        "100, 96, 5,  4000, 400, 100, 95, 5,  4000, 300, CHEAP,    zto, PRICE",
        "100, 96, 5,  4000, 400, 100, 95, 5,  2000, 500, FAST,     zto, SPEED"
    })
    void theFirstCriterionInWhoseStepsTheyDifferDecides(
            long due,
            long onTime,
            long exceptional,
            long p90,
            long price,
            long otherDue,
            long otherOnTime,
            long otherExceptional,
            long otherP90,
            long otherPrice,
            Preference preference,
            String winner,
            Criterion decidedBy) {
        var ranking = ranking(
                preference,
                candidate(YTO, due, onTime, exceptional, p90, price),
                candidate(ZTO, otherDue, otherOnTime, otherExceptional, otherP90, otherPrice));
        assertThat(first(ranking)).isEqualTo(winner);
        assertThat(ranking.places().getFirst().decidedBy()).isEqualTo(Optional.ofNullable(decidedBy));
    }

    @Test
    void amongEqualsInAllStepsTheMoreExactShareOnTimeDecides() {
        var ranking = ranking(
                Preference.RELIABLE, candidate(YTO, 1000, 951, 5, 4000, 300), candidate(ZTO, 1000, 959, 5, 4000, 300));
        assertThat(first(ranking)).isEqualTo("zto");
        assertThat(Reasons.of(ranking.places().getFirst(), wish(Preference.RELIABLE)))
                .isEqualTo(new Words(
                        "推荐中通快递：各项相当，按时率最终比较，按时率95.90%（959/1000），圆通速递为95.10%（951/1000）",
                        "ZTO Express is recommended: all else being equal, on time 95.90% (959 of 1000), against 95.10% (951"
                                + " of 1000) of YTO Express"));
    }

    @Test
    void theReasonNamesTheFiguresThatDecidedInBothLanguages() {
        var wish = wish(Preference.RELIABLE);
        var places = ranking(
                        Preference.RELIABLE,
                        candidate(YTO, 428, 412, 5, 4000, 300),
                        candidate(ZTO, 300, 282, 5, 4000, 300))
                .places();
        assertThat(Reasons.of(places.get(0), wish))
                .isEqualTo(
                        new Words(
                                "推荐圆通速递：按时率96.26%（412/428），中通快递为94.00%（282/300）",
                                "YTO Express is recommended: on time 96.26% (412 of 428), against 94.00% (282 of 300) of ZTO Express"));
        assertThat(Reasons.of(places.get(1), wish))
                .isEqualTo(
                        new Words(
                                "中通快递排第2：按时率94.00%（282/300），圆通速递为96.26%（412/428）",
                                "ZTO Express is number 2: on time 94.00% (282 of 300), against 96.26% (412 of 428) of YTO Express"));
    }

    @Test
    void aPriceAndATimeAreSaidWithTheirUnits() {
        var cheap =
                ranking(Preference.CHEAP, candidate(YTO, 100, 95, 5, 4000, 350), candidate(ZTO, 100, 95, 5, 4000, 400));
        assertThat(Reasons.of(cheap.places().getFirst(), wish(Preference.CHEAP)).zh())
                .isEqualTo("推荐圆通速递：单价3.50 CNY，中通快递为4.00 CNY");
        var fast = ranking(
                Preference.FAST, candidate(YTO, 100, 95, 5, 2_490, 350), candidate(ZTO, 100, 95, 5, 4_320, 350));
        assertThat(Reasons.of(fast.places().getFirst(), wish(Preference.FAST)).en())
                .isEqualTo(
                        "YTO Express is recommended: nine in ten delivered within 41.5 hours, against 72.0 hours of ZTO"
                                + " Express");
    }

    @Test
    void nobodyIsRecommendedWithoutEnoughSamples() {
        var ranking = ranking(Preference.RELIABLE, candidate(YTO, 29, 29, 0, 10, 1));
        assertThat(ranking.places()).isEmpty();
        assertThat(ranking.ruledOut().getFirst().why()).isEqualTo(Ranking.Obstacle.TOO_FEW_SAMPLES);
        assertThat(Reasons.of(ranking.ruledOut().getFirst(), wish(Preference.RELIABLE)))
                .isEqualTo(new Words("圆通速递样本不足：29个，少于30个", "YTO Express has 29 samples, fewer than 30"));
        assertThat(Reasons.nobody(wish(Preference.RELIABLE)).zh()).contains("不作推荐");
    }

    @Test
    void oneThatIsAloneIsRecommendedAsSuch() {
        var ranking = ranking(Preference.RELIABLE, candidate(YTO, 40, 30, 0, 10, 1));
        assertThat(Reasons.of(ranking.places().getFirst(), wish(Preference.RELIABLE))
                        .zh())
                .isEqualTo("推荐圆通速递：满足条件的承运商中只有它达到30个样本；按时率75.00%（30/40）");
    }

    @Test
    void whoCannotTakeTheParcelsIsRuledOutHoweverGood() {
        var good = candidate(YTO, 100, 100, 0, 10, 1);
        var local = candidate(carrier("sh", "沪快", "Shanghai Local", "CN-31"), 100, 100, 0, 10, 1);
        var small = new Candidate(ZTO, good.standing(), Optional.empty(), Optional.of(499L));
        var ranking = ranking(Preference.RELIABLE, good, local, small);
        assertThat(ranking.places()).hasSize(1);
        assertThat(ranking.ruledOut())
                .extracting(Ranking.RuledOut::why)
                .containsExactly(Ranking.Obstacle.NOT_COVERED, Ranking.Obstacle.CAPACITY_TOO_SMALL);
        assertThat(Reasons.of(ranking.ruledOut().get(1), wish(Preference.RELIABLE))
                        .en())
                .isEqualTo("ZTO Express takes 499 parcels a day, fewer than the 500 needed");
    }

    @Test
    void aPriceInAnotherCurrencyIsUnknownAndStandsBehindAKnownOne() {
        var dollars = new Candidate(
                YTO,
                candidate(YTO, 100, 95, 5, 4000, 1).standing(),
                Optional.of(new Price(1, "USD")),
                Optional.empty());
        assertThat(first(ranking(Preference.CHEAP, dollars, candidate(ZTO, 100, 50, 5, 4000, 900))))
                .isEqualTo("zto");
    }

    @Test
    void theRankingDoesNotDependOnTheOrderInWhichTheCandidatesCome() {
        var random = new Random(SEED);
        for (int run = 0; run < 2_000; run++) {
            var candidates = candidates(random);
            var wish = wish(List.of(Preference.values()).get(random.nextInt(3)));
            var one = Ranking.of(wish, candidates);
            Collections.shuffle(candidates, random);
            assertThat(Ranking.of(wish, candidates)).isEqualTo(one);
        }
    }

    /** Close to each other, and often with something unknown. */
    private static List<Candidate> candidates(Random random) {
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < 8; i++) {
            var standing = new Standing(
                    60 + random.nextInt(3),
                    58 + random.nextInt(3),
                    random.nextInt(3) * 100L,
                    random.nextInt(2),
                    random.nextBoolean() ? Optional.empty() : Optional.of(random.nextInt(3) * 360L),
                    random.nextInt(2),
                    random.nextInt(4));
            var price = random.nextBoolean()
                    ? Optional.<Price>empty()
                    : Optional.of(new Price(random.nextInt(3), random.nextInt(4) == 0 ? "USD" : "CNY"));
            candidates.add(new Candidate(carrier("c" + i, "快递" + i, "C" + i, "CN"), standing, price, Optional.empty()));
        }
        return candidates;
    }
}
