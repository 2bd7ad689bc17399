package org.shopscore.aggregator.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.policy.Metric;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.Ratio;
import org.shopscore.aggregator.policy.file.PolicyFile;
import org.shopscore.aggregator.score.Priors;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.ShopProfile;
import org.shopscore.aggregator.score.Sums;
import org.shopscore.aggregator.whatif.Effect.Kind;

/** The fewest facts as halving finds them, beside all counts one after another. */
class CountsTest {

    private static final Policy FIXED = PolicyFile.read("fixed.json", Shipped.fixedDocument());
    private static final int SHOPS = 40;
    private static final long MOST = 60;

    /** Six of 40 refunds are late: with two of them in time the rate earns full marks, with three the fixed points hold, which are fewer. */
    @Test
    void aWayIsFoundThoughWithMoreFactsTheFixedPointsHold() {
        var engine = new ScoreEngine(FIXED);
        var sums = WaysTest.example().plus(Map.of("order.paid", -1200L, "refund.due", -60L, "refund.on-time", -57L), 1);
        var target = published(score(engine, sums.plus(Map.of("refund.on-time", 1L), 2)));
        assertThat(published(score(engine, sums))).isLessThan(target);
        assertThat(published(score(engine, sums.plus(Map.of("refund.on-time", 1L), 6))))
                .isLessThan(target);

        var found = new Ways(Effects.of(FIXED)).to(target, sums, changed -> score(engine, changed));

        assertThat(found.reached())
                .filteredOn(way -> way.effect().id().equals("refundOnTimeRate")
                        && way.effect().kind() == Kind.BAD_TURNED_GOOD)
                .extracting(Ways.Way::facts)
                .containsExactly(2L);
    }

    /** Also those of a score that neither none of them nor as many as can be reach. */
    @Test
    void theFewestFactsAreFoundAsAllCountsGiveThemWhereFewCasesEarnFixedPoints() {
        assertThat(compareAllCounts(FIXED)).isPositive();
    }

    @Test
    void theFewestFactsAreFoundAsAllCountsGiveThemWhereSmallSamplesArePadded() {
        compareAllCounts(Shipped.POLICY);
    }

    /**
     * Compares both ways for many shops, all kinds of good facts and all scores that any count reaches.
     *
     * @return how many of these only counts in between reach
     */
    private static int compareAllCounts(Policy policy) {
        var engine = new ScoreEngine(policy);
        var random = new Random(20260311);
        int inBetween = 0;
        for (int shop = 0; shop < SHOPS; shop++) {
            Sums sums = anyShop(policy, random);
            for (Effect effect : Effects.of(policy)) {
                if (effect.kind() != Kind.MORE_BAD) {
                    inBetween += compareAllCounts(engine, sums, effect);
                }
            }
        }
        return inBetween;
    }

    private static int compareAllCounts(ScoreEngine engine, Sums sums, Effect effect) {
        long most = Math.min(MOST, effect.most().of(sums).orElse(MOST));
        List<ScoreSheet> sheets = LongStream.rangeClosed(0, most)
                .mapToObj(count -> score(engine, sums.plus(effect.amounts(), count)))
                .toList();
        var counts = new Counts(most, count -> sheets.get(Math.toIntExact(count)));
        int inBetween = 0;
        for (BigDecimal target :
                sheets.stream().map(CountsTest::published).distinct().toList()) {
            LongPredicate isEnough =
                    count -> published(sheets.get(Math.toIntExact(count))).compareTo(target) >= 0;
            OptionalLong first =
                    LongStream.rangeClosed(0, most).filter(isEnough).findFirst();

            assertThat(counts.fewest(isEnough))
                    .as("%s to %s of %s", effect, target, sums)
                    .isEqualTo(first);
            inBetween += isEnough.test(0) || isEnough.test(most) ? 0 : 1;
        }
        return inBetween;
    }

    /** With samples and orders on both sides of what makes a case of few, and few bad ones. */
    private static Sums anyShop(Policy policy, Random random) {
        var sums = new HashMap<String, Long>();
        for (Metric metric : policy.metrics()) {
            Ratio ratio = metric.ratio();
            boolean isOrders = ratio.denominator().equals(policy.stages().validPaidOrdersMeasure());
            long n = isOrders ? orders(random) : random.nextInt(60);
            long bad = Math.min(n, random.nextInt(9));
            sums.put(ratio.denominator(), n);
            long numerator = switch (ratio.kind()) {
                case MEAN -> 5 * n - 4 * bad;
                case PERCENT -> metric.isHigherBetter() ? n - bad : bad;
            };
            sums.put(ratio.numerator(), numerator);
        }
        sums.put("review.negative", (long) random.nextInt(6));
        sums.put("delivery.next-day", Math.min(sums.get("order.signed"), random.nextInt(12)));
        return new Sums(sums);
    }

    private static long orders(Random random) {
        return random.nextInt(4) == 0 ? 5L + random.nextInt(40) : 440L + random.nextInt(90);
    }

    private static ScoreSheet score(ScoreEngine engine, Sums sums) {
        return engine.score(sums, Priors.DEFAULT, ShopProfile.UNKNOWN, Shipped.DAY);
    }

    private static BigDecimal published(ScoreSheet sheet) {
        return sheet.result().orElseThrow().published();
    }
}
