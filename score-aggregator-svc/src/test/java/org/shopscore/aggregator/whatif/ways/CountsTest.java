package org.shopscore.aggregator.whatif.ways;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.file.PolicyFile;
import org.shopscore.aggregator.policy.metric.Metric;
import org.shopscore.aggregator.policy.metric.Ratio;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.score.WithheldBy;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.score.window.Sums;
import org.shopscore.aggregator.whatif.ways.Effect.Kind;

/** The fewest facts as the search finds them, beside all counts one after another. */
class CountsTest {

    private static final Policy FIXED = PolicyFile.read("fixed.json", Shipped.fixedDocument());
    private static final int SHOPS = 40;
    private static final int POLICIES = 1_000;

    /** Of a shop that opened long ago: without a paid order it has no score. */
    private static final ShopProfile OLD = new ShopProfile(
            Optional.empty(), Optional.of(Shipped.DAY.minusYears(1)), Optional.empty(), Set.of(), OptionalInt.empty());

    private static final BigDecimal NO_SCORE = BigDecimal.ONE.negate();
    private static final long MOST = 60;

    /** Six of 40 refunds are late: with two of them in time the rate earns full marks, with three the fixed points hold, which are fewer. */
    @Test
    void aWayIsFoundThoughWithMoreFactsTheFixedPointsHold() {
        var scores = new AskedScores(FIXED);
        var sums = Window.example()
                .asSums()
                .plus(Map.of("order.paid", -1200L, "refund.due", -60L, "refund.on-time", -57L), 1);
        var target = published(scores.score(sums.plus(Map.of("refund.on-time", 1L), 2)));
        assertThat(published(scores.score(sums))).isLessThan(target);
        assertThat(published(scores.score(sums.plus(Map.of("refund.on-time", 1L), 6))))
                .isLessThan(target);

        var found = new Ways(Effects.of(FIXED)).to(target, sums, scores);

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

    /** One fact more lifts some metrics and lowers others: the score rises and falls between any two changes of its shape. */
    @Test
    void theFewestFactsAreFoundAsAllCountsGiveThemWhereMetricsThatShareMeasuresPullApart() {
        var random = new Random(77);
        var policies = new AnyPolicy(random);
        int inBetween = 0;
        for (int i = 0; i < POLICIES; i++) {
            Policy policy = policies.next();
            var scores = new AskedScores(policy, random.nextBoolean() ? OLD : ShopProfile.UNKNOWN);
            for (Effect effect : goodOf(policy)) {
                inBetween += compareAllCounts(scores, anySums(random), effect);
            }
        }
        assertThat(inBetween).isGreaterThan(POLICIES);
    }

    /** Without an order there is no score, and with more than ten facts a verdict counts. */
    @Test
    void theBestIsFoundWhereNeitherNoFactNorAllOfThemMakeAScore() {
        var scores = new AskedScores(WithheldBy.brushing(), OLD);
        var sums = new Sums(Map.of("verdict.brushing", -10L));
        var amounts = Map.of("order.paid", 1L, "verdict.brushing", 1L);
        assertThat(scores.score(sums).result()).isEmpty();
        assertThat(scores.score(sums.plus(amounts, 11)).result()).isEmpty();

        var best = new Counts(MOST, sums, amounts, scores).best();

        assertThat(best.facts()).isOne();
        assertThat(best.reaches(new BigDecimal("4.25"))).isTrue();
        assertThat(best.reaches(new BigDecimal("4.26"))).isFalse();
    }

    /**
     * Compares both ways for many shops, all kinds of good facts and all scores that any count reaches.
     *
     * @return how many of these only counts in between reach
     */
    private static int compareAllCounts(Policy policy) {
        var scores = new AskedScores(policy);
        var random = new Random(20260311);
        int inBetween = 0;
        for (int shop = 0; shop < SHOPS; shop++) {
            Sums sums = anyShop(policy, random);
            for (Effect effect : goodOf(policy)) {
                inBetween += compareAllCounts(scores, sums, effect);
            }
        }
        return inBetween;
    }

    private static List<Effect> goodOf(Policy policy) {
        return Effects.of(policy).stream()
                .filter(effect -> effect.kind() != Kind.MORE_BAD)
                .toList();
    }

    private static int compareAllCounts(Scores scores, Sums sums, Effect effect) {
        long most = Math.min(MOST, effect.most().of(sums).orElse(MOST));
        List<ScoreSheet> sheets = LongStream.rangeClosed(0, most)
                .mapToObj(count -> scores.score(sums.plus(effect.amounts(), count)))
                .toList();
        var counts = new Counts(most, sums, effect.amounts(), scores);
        int inBetween = 0;
        List<BigDecimal> published = sheets.stream().map(CountsTest::published).toList();
        var targets = new HashSet<>(published);
        targets.remove(NO_SCORE);
        for (BigDecimal target : targets) {
            assertThat(counts.fewest(target).map(Counts.Count::facts))
                    .as("%s to %s of %s", effect, target, sums)
                    .contains(fewest(published, target));
            inBetween += isReached(target, published.getFirst(), published.getLast()) ? 0 : 1;
        }
        BigDecimal highest = Collections.max(published);
        assertThat(counts.fewest(highest.max(BigDecimal.ZERO).add(new BigDecimal("0.01"))))
                .isEmpty();
        assertThat(counts.best().facts()).as("the best %s of %s", effect, sums).isEqualTo(fewest(published, highest));
        return inBetween;
    }

    private static long fewest(List<BigDecimal> published, BigDecimal target) {
        return LongStream.range(0, published.size())
                .filter(count -> isReached(target, published.get(Math.toIntExact(count))))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isReached(BigDecimal target, BigDecimal... published) {
        return Stream.of(published).anyMatch(score -> score.compareTo(target) >= 0);
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

    /** Mostly some tens of each measure, as samples and shares are; at times less than none, while a feed is incomplete. */
    private static Sums anySums(Random random) {
        var sums = new HashMap<String, Long>();
        for (String measure : AnyPolicy.MEASURES) {
            sums.put(measure, (long) random.nextInt(random.nextBoolean() ? 90 : 20) - random.nextInt(5));
        }
        return new Sums(sums);
    }

    private static long orders(Random random) {
        return random.nextInt(4) == 0 ? 5L + random.nextInt(40) : 440L + random.nextInt(90);
    }

    private static BigDecimal published(ScoreSheet sheet) {
        return sheet.result().map(ScoreSheet.Result::published).orElse(NO_SCORE);
    }
}
