package org.shopscore.aggregator.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.file.PolicyFile;
import org.shopscore.aggregator.policy.metric.Metric;
import org.shopscore.aggregator.score.metric.Curve;
import org.shopscore.aggregator.score.metric.MetricScore;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.score.window.WindowSums;

/** rules.md 5.6: the official rule for few cases, {@code fallback: "fixed"}. */
class FixedPointsTest {

    private static final Policy POLICY = PolicyFile.read("fixed.json", Shipped.fixedDocument());

    private final ScoreEngine engine = new ScoreEngine(POLICY);

    /** EX-10 (a), the last sentence. */
    @Test
    void oneDissatisfiedOfTwoRatedSessionsGetsTheFixedPoints() {
        MetricScore chat = chat(2, 1, 5_000);

        assertThat(chat.points()).isEqualTo("4.5000");
        assertThat(chat.raw().orElseThrow().rounded(2)).isEqualTo("50.00");
        assertThat(chat.padding()).isEqualTo("1.0000");
        assertThat(chat.used().rounded(4)).isEqualTo("14.6667");
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 4.5000", "4, 1, 3.7500", "4, 4, 0.0000"})
    void ratedSessionsGoByTheirOwnNumberWhateverTheOrders(long rated, long dissatisfied, String points) {
        assertThat(chat(rated, dissatisfied, 10).points()).isEqualTo(points);
        assertThat(chat(rated, dissatisfied, 10_000).points()).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({
        "499, BUSINESS, tea, 3, 4.5000",
        "499, BUSINESS, tea, 4, 4.0000",
        "500, BUSINESS, tea, 3, 4.2500",
        "299, FLAGSHIP, tea, 3, 4.5000",
        "300, FLAGSHIP, tea, 3, 4.2500",
        "299, BUSINESS, furniture, 3, 4.5000",
        "300, BUSINESS, furniture, 3, 4.2500"
    })
    void aShopWithFewOrdersAndFewRepliesTooLateGetsTheFixedPoints(
            long orders, ShopProfile.Kind kind, String category, long late, String points) {
        var sums = new Window()
                .with("order.paid", orders)
                .with("chat.turns", 20)
                .with("chat.turns-within-3min", 20 - late);

        assertThat(metric(sums, profile(kind, category), "threeMinuteReplyRate").points())
                .isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"3, 4.5000", "4, 0.0000"})
    void aRatingGoesByItsReviewsOfOneAndTwoStars(long negative, String points) {
        var sums = new Window()
                .with("order.paid", 100)
                .with("review.orders-rated", 10)
                .with("review.stars", 20)
                .with("review.negative", negative);

        assertThat(metric(sums, ShopProfile.UNKNOWN, "productRating").points()).isEqualTo(points);
    }

    @Test
    void whatIsBadIsTheNumeratorWhereLowerIsBetter() {
        var sums =
                new Window().with("order.paid", 400).with("order.signed", 100).with("goods.quality-returns", 3);

        assertThat(metric(sums, ShopProfile.UNKNOWN, "qualityReturnRate").points())
                .isEqualTo("4.5000");
        assertThat(metric(sums.with("goods.quality-returns", 4), ShopProfile.UNKNOWN, "qualityReturnRate")
                        .points())
                .isEqualTo("2.5714");
    }

    @Test
    void withoutAnyDataThereIsNothingButTheFixedPointsHoweverManyTheOrders() {
        MetricScore none = metric(new Window().with("order.paid", 9_000), ShopProfile.UNKNOWN, "refundOnTimeRate");

        assertThat(none.noData()).isTrue();
        assertThat(none.points()).isEqualTo("4.5000");
        assertThat(none.padding()).isEqualTo("1.0000");
    }

    @Test
    void theValueThatIsShownEarnsTheFixedPoints() {
        for (Metric metric : POLICY.metrics()) {
            MetricScore none = metric(new Window(), ShopProfile.UNKNOWN, metric.id());

            assertThat(new Curve(metric.knots()).points(none.used()))
                    .as(metric.id())
                    .isEqualTo("4.5000");
        }
    }

    @Test
    void aSampleThatIsLargeEnoughIsWorthTheSameByBothRules() {
        var random = new Random(20260304);
        for (int shop = 0; shop < 2_000; shop++) {
            var sums = new Window().with("order.paid", 500 + random.nextInt(1_000));
            POLICY.metrics().forEach(metric -> {
                sums.with(metric.ratio().denominator(), 500 + random.nextInt(1_000));
                sums.with(metric.ratio().numerator(), random.nextInt(500));
            });

            assertThat(engine.score(sums, Priors.DEFAULT, ShopProfile.UNKNOWN, Shipped.DAY)
                            .metrics())
                    .isEqualTo(Shipped.score(sums).metrics());
        }
    }

    private MetricScore chat(long rated, long dissatisfied, long orders) {
        var sums = new Window()
                .with("order.paid", orders)
                .with("chat.sessions-rated", rated)
                .with("chat.sessions-dissatisfied", dissatisfied);
        return metric(sums, ShopProfile.UNKNOWN, "chatDissatisfactionRate");
    }

    private MetricScore metric(WindowSums sums, ShopProfile profile, String id) {
        return WorkedExamplesTest.metric(engine.score(sums, Priors.DEFAULT, profile, Shipped.DAY), id);
    }

    private static ShopProfile profile(ShopProfile.Kind kind, String category) {
        return new ShopProfile(
                Optional.of(category), Optional.empty(), Optional.of(kind), Set.of(), OptionalInt.empty());
    }
}
