package org.shopscore.aggregator.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.metric.Metric;
import org.shopscore.aggregator.score.metric.MetricScore;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.score.window.Sums;
import org.shopscore.aggregator.score.window.WindowSums;
import org.shopscore.metric.Measures;

/** What holds for every shop, over many random ones; a failure prints the seed-determined sums. */
class ScorePropertiesTest {

    private static final int SHOPS = 20_000;
    private static final List<String> MEASURES =
            Measures.names().stream().sorted().toList();

    private final Policy policy = Shipped.POLICY;
    private final ScoreEngine engine = new ScoreEngine(policy);
    private final Random random = new Random(20260301);

    @Test
    void theEngineAgreesWithThePlainReferenceOnEveryShop() {
        for (int i = 0; i < SHOPS; i++) {
            Map<String, Long> shop = shop();
            WindowSums sums = shop::get;
            ScoreSheet sheet = score(sums);

            assertThat(points(sheet)).as("%s", shop).isEqualTo(ReferenceScore.points(policy, sums));
            if (sheet.stage() == ScoreSheet.Stage.FORMAL) {
                assertThat(sheet.result().orElseThrow().total())
                        .as("%s", shop)
                        .isEqualTo(ReferenceScore.total(policy, sums));
            }
        }
    }

    @Test
    void everyFigureStaysOnTheScale() {
        for (int i = 0; i < SHOPS; i++) {
            ScoreSheet sheet = score(shop()::get);

            assertThat(sheet.result().orElseThrow().total()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(5));
            assertThat(sheet.metrics())
                    .allSatisfy(
                            metric -> assertThat(metric.points()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(5)));
        }
    }

    @Test
    void aBetterNumeratorNeverEarnsFewerPoints() {
        for (Metric metric : policy.metrics()) {
            for (long n : new long[] {1, metric.nMin() - 1, metric.nMin(), 397, 100_003}) {
                List<BigDecimal> points = LongStream.rangeClosed(0, 5 * n)
                        .filter(part -> n < 1_000 || part % 499 == 0)
                        .mapToObj(part -> points(metric, part, n))
                        .toList();

                assertThat(points)
                        .as("%s of %d", metric.id(), n)
                        .isSortedAccordingTo(isLowerBetter(metric) ? (a, b) -> b.compareTo(a) : BigDecimal::compareTo);
            }
        }
    }

    @Test
    void whateverElseAShopDidABetterNumeratorNeverLowersItsBase() {
        for (int i = 0; i < SHOPS; i++) {
            Map<String, Long> shop = shop();
            Metric metric = policy.metrics().get(random.nextInt(policy.metrics().size()));
            long step = 1L + random.nextInt(100);
            Map<String, Long> better = new HashMap<>(shop);
            better.merge(metric.ratio().numerator(), isLowerBetter(metric) ? -step : step, Long::sum);

            assertThat(score(better::get).base())
                    .as("%s by %d: %s", metric.id(), step, shop)
                    .isGreaterThanOrEqualTo(score(shop::get).base());
        }
    }

    @Test
    void aCorrectionFollowedByItsInverseChangesNothing() {
        for (int i = 0; i < SHOPS; i++) {
            var sums = new Sums(shop());
            Map<String, Long> correction = shop();

            assertThat(score(sums.plus(correction, 1).plus(correction, -1))).isEqualTo(score(sums));
        }
    }

    @Test
    void theWholeIsTheSumOfItsPartsInAnyOrder() {
        for (int i = 0; i < 2_000; i++) {
            List<Map<String, Long>> parts =
                    new ArrayList<>(Stream.generate(this::shop).limit(5).toList());
            ScoreSheet whole = score(Sums.of(parts));
            Collections.shuffle(parts, random);
            Sums first = Sums.of(parts.subList(0, 2));
            Sums rest = Sums.of(parts.subList(2, 5));

            assertThat(score(Sums.of(List.of(rest.amounts(), first.amounts())))).isEqualTo(whole);
        }
    }

    @Test
    void theOrderOfTheMetricsChangesNothing() {
        Policy turned = new Policy(
                policy.id(),
                policy.version(),
                policy.scale(),
                policy.stages(),
                policy.mandatoryFeeds(),
                policy.fallback(),
                policy.dimensions().reversed(),
                policy.metrics().reversed(),
                policy.categoryWeights(),
                policy.diagnostics().reversed(),
                policy.bonuses().reversed(),
                policy.deductionGroups().reversed(),
                policy.levels(),
                policy.severeViolations(),
                policy.entitlements());
        ScoreEngine other = new ScoreEngine(turned);
        for (int i = 0; i < 1_000; i++) {
            Map<String, Long> shop = shop();

            assertThat(other.score(shop::get, Priors.DEFAULT, ShopProfile.UNKNOWN, Shipped.DAY)
                            .result()
                            .orElseThrow()
                            .total())
                    .isEqualTo(score(shop::get).result().orElseThrow().total());
        }
    }

    @Test
    void amountsBeyondAnyShopStillGiveAnExactScore() {
        Map<String, Long> shop = MEASURES.stream().collect(Collectors.toMap(m -> m, _ -> Long.MAX_VALUE));
        shop.put("chat.turns-within-3min", Long.MAX_VALUE / 10 * 9);
        shop.put("complaint.on-time", Long.MIN_VALUE);

        assertThat(points(score(shop::get))).isEqualTo(ReferenceScore.points(policy, shop::get));
    }

    @Test
    void aNegativeSampleCountsAsNoData() {
        MetricScore reply = WorkedExamplesTest.metric(
                score(new Window().with("chat.turns", -3).with("chat.turns-within-3min", -2)), "threeMinuteReplyRate");

        assertThat(reply.noData()).isTrue();
        assertThat(reply.n()).isEqualTo(-3);
        assertThat(reply.used().rounded(1)).isEqualTo("85.0");
    }

    @Test
    void aRatioAboveTheWholeIsShownAsItIsAndEarnsNoMoreThanTheBest() {
        MetricScore pickup = WorkedExamplesTest.metric(
                score(new Window().with("pickup.due", 40).with("pickup.on-time", 44)), "pickupOnTimeRate");

        assertThat(pickup.raw().orElseThrow().rounded(2)).isEqualTo("110.00");
        assertThat(pickup.points()).isEqualTo("5.0000");
    }

    private ScoreSheet score(WindowSums sums) {
        return engine.score(sums, Priors.DEFAULT, ShopProfile.UNKNOWN, Shipped.DAY);
    }

    private BigDecimal points(Metric metric, long numerator, long denominator) {
        var sums = new Window()
                .with(metric.ratio().numerator(), numerator)
                .with(metric.ratio().denominator(), denominator);
        return WorkedExamplesTest.metric(score(sums), metric.id()).points();
    }

    private static boolean isLowerBetter(Metric metric) {
        return metric.knots()
                        .getFirst()
                        .points()
                        .compareTo(metric.knots().getLast().points())
                > 0;
    }

    private static Map<String, BigDecimal> points(ScoreSheet sheet) {
        return sheet.metrics().stream().collect(Collectors.toMap(MetricScore::id, MetricScore::points));
    }

    /** Mostly samples around nMin and of a few hundred; sometimes vast, sometimes negative as while a feed is incomplete. */
    private Map<String, Long> shop() {
        return MEASURES.stream().collect(Collectors.toMap(m -> m, _ -> switch (random.nextInt(10)) {
            case 0 -> 0L;
            case 1 -> -(long) random.nextInt(50);
            case 2, 3, 4 -> (long) random.nextInt(40);
            case 5 -> random.nextLong(1_000_000_000_000L);
            default -> (long) random.nextInt(2_000);
        }));
    }
}
