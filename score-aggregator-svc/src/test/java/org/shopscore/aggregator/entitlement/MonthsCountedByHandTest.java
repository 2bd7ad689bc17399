package org.shopscore.aggregator.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shopscore.aggregator.entitlement.MonthlyShop.atLeast;
import static org.shopscore.aggregator.entitlement.MonthlyShop.day;
import static org.shopscore.aggregator.entitlement.MonthlyShop.grant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.policy.entitlement.Predicate;
import org.shopscore.aggregator.score.shop.ShopProfile;

/**
 * Months that passed, counted once more day by day as the rule says it, over scores at random: walk back from the judged day, stop at each day
 * that the first of a month follows, and ask there. The years have a February of 28 days and one of 29.
 */
class MonthsCountedByHandTest {

    private static final long SEED = 20261130;
    private static final LocalDate FIRST = LocalDate.of(2023, 3, 17);
    private static final int DAYS = 700;
    private static final BigDecimal LINE = new BigDecimal("4.50");

    /** @param days 1 for the day itself */
    private record Asked(int months, int ofMonths, String kind, int days) {

        Predicate.Passes predicate() {
            return new Predicate.Passes(
                    months,
                    ofMonths,
                    switch (kind) {
                        case "latest" -> new Predicate.Latest("total", atLeast("4.50"));
                        case "mean" -> new Predicate.Mean(days, "goods", atLeast("4.50"));
                        default -> new Predicate.EveryDay(days, "total", atLeast("4.50"), Optional.empty());
                    });
        }
    }

    private final Random random = new Random(SEED);

    /** Of the days that the policy says it looks back over, and of no other, as a run has them. */
    @Test
    void whatIsHeldIsWhatADayByDayCountGives() {
        int holding = 0;
        int rounds = 3_000;
        NavigableMap<LocalDate, BigDecimal> scores = scores();
        for (int round = 0; round < rounds; round++) {
            scores = round % 100 == 0 ? scores() : scores;
            Asked asked = asked();
            LocalDate judged = judged(round);
            OfficialDays days = official(scores, judged).last(asked.predicate().depth());

            Judgement judgement = MonthlyShop.judge(asked.predicate(), days);

            assertThat(judgement.isHeld())
                    .as("%s on %s of %s", asked, judged, scores)
                    .isEqualTo(isHeld(asked, judged, scores));
            assertThat(judgement.findings().getFirst().holds()).isEqualTo(judgement.isHeld());
            holding += judgement.isHeld() ? 1 : 0;
        }
        assertThat(holding).isBetween(rounds / 4, rounds * 3 / 4);
    }

    @Test
    void whatCanBeHadNextIsTheFirstDayThatADayByDayCountGivesWithFullMarks() {
        var found = new TreeMap<Boolean, Integer>();
        for (int round = 0; round < 60; round++) {
            NavigableMap<LocalDate, BigDecimal> scores = scores();
            Asked asked = asked();
            LocalDate judged = judged(round);
            var entitlement = grant(asked.predicate(), "FORMAL");
            OfficialDays days = official(scores, judged).last(asked.predicate().depth());

            Optional<LocalDate> earliest = new Outlook(
                            MonthlyShop.policy(entitlement), days, ShopProfile.UNKNOWN, Set.of(), Set.of())
                    .canBeHeld(entitlement);

            var coming = new TreeMap<>(scores.headMap(judged, true));
            LocalDate first = judged;
            do {
                first = first.plusDays(1);
                coming.put(first, new BigDecimal("5"));
            } while (!isHeld(asked, first, coming));
            assertThat(earliest).as("%s on %s of %s", asked, judged, scores).contains(first);
            found.merge(first.plusDays(1).getDayOfMonth() == 1, 1, Integer::sum);
        }
        assertThat(found).containsKeys(true, false);
    }

    private static boolean isHeld(Asked asked, LocalDate judged, Map<LocalDate, BigDecimal> scores) {
        int passed = 0;
        int seen = 0;
        for (LocalDate day = judged; seen < asked.ofMonths; day = day.minusDays(1)) {
            if (day.plusDays(1).getDayOfMonth() == 1) {
                seen++;
                passed += scores.containsKey(day) && isMet(asked, day, scores) ? 1 : 0;
            }
        }
        return passed >= asked.months;
    }

    private static boolean isMet(Asked asked, LocalDate end, Map<LocalDate, BigDecimal> scores) {
        List<BigDecimal> known = end.minusDays(asked.days - 1L)
                .datesUntil(end.plusDays(1))
                .filter(scores::containsKey)
                .map(scores::get)
                .toList();
        if (!asked.kind.equals("mean")) {
            return known.size() == asked.days && known.stream().allMatch(score -> score.compareTo(LINE) >= 0);
        }
        BigDecimal sum = known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return 2 * known.size() >= asked.days && sum.compareTo(LINE.multiply(BigDecimal.valueOf(known.size()))) >= 0;
    }

    private Asked asked() {
        int ofMonths = 1 + random.nextInt(12);
        int months = 1 + random.nextInt(ofMonths);
        String kind = List.of("latest", "mean", "everyDay").get(random.nextInt(3));
        return new Asked(months, ofMonths, kind, kind.equals("latest") ? 1 : 1 + random.nextInt(35));
    }

    /** Every third on the last day of a month, or beside it. */
    private LocalDate judged(int round) {
        LocalDate any = FIRST.plusDays(random.nextInt(DAYS));
        return round % 3 == 0 ? any.plusMonths(1).withDayOfMonth(1).minusDays(random.nextInt(3)) : any;
    }

    /** Many days in a row alike, some without a score, and none at all before the shop opened. */
    private NavigableMap<LocalDate, BigDecimal> scores() {
        var scores = new TreeMap<LocalDate, BigDecimal>();
        int steps = 1;
        for (int day = random.nextInt(200); day < DAYS + 40; day++) {
            steps = random.nextInt(25) == 0 ? random.nextInt(-3, 7) : steps;
            if (random.nextInt(30) > 0) {
                scores.put(FIRST.plusDays(day), LINE.add(BigDecimal.valueOf(steps, 2)));
            }
        }
        return scores;
    }

    private static OfficialDays official(NavigableMap<LocalDate, BigDecimal> scores, LocalDate judged) {
        List<ScoredDay> days = scores.headMap(judged, true).entrySet().stream()
                .map(one -> day(one.getKey(), "FORMAL", one.getValue().toPlainString()))
                .toList();
        return new OfficialDays(judged, days);
    }
}
