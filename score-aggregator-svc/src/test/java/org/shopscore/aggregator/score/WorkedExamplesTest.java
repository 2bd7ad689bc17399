package org.shopscore.aggregator.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.score.ScoreSheet.DimensionScore;
import org.shopscore.aggregator.score.ScoreSheet.NoScore;
import org.shopscore.aggregator.score.ScoreSheet.Stage;
import org.shopscore.aggregator.score.metric.Fraction;
import org.shopscore.aggregator.score.metric.MetricScore;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.score.window.WindowSums;

/** The worked examples of the policy, to the digit. */
class WorkedExamplesTest {

    @ParameterizedTest
    @CsvSource({
        "productRating, 4.4487",
        "qualityReturnRate, 4.6762",
        "pickupOnTimeRate, 4.8230",
        "deliveryOnTimeRate, 4.6305",
        "logisticsFaultReturnRate, 4.5179",
        "threeMinuteReplyRate, 4.5000",
        "chatDissatisfactionRate, 4.8929",
        "afterSalesSatisfaction, 4.6000",
        "refundOnTimeRate, 5.0000",
        "complaintOnTimeRate, 4.0000",
        "platformHelpRate, 4.5000"
    })
    void theFullScoreGivesEachMetricItsPoints(String metric, String points) {
        assertThat(metric(score(Window.example()), metric).points()).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"goods, 4.5397", "logistics, 4.6657", "service, 4.6039"})
    void theFullScoreGivesEachDimensionItsPoints(String dimension, String points) {
        assertThat(dimension(score(Window.example()), dimension)).isEqualTo(points);
    }

    @Test
    void theFullScoreIsGood() {
        ScoreSheet sheet = score(Window.example());

        assertThat(sheet.stage()).isEqualTo(Stage.FORMAL);
        assertThat(sheet.base()).isEqualTo("4.5874");
        assertThat(sheet.result().orElseThrow().total()).isEqualTo("4.5874");
        assertThat(sheet.result().orElseThrow().published()).isEqualTo("4.59");
        assertThat(sheet.result().orElseThrow().level().code()).isEqualTo("GOOD");
        assertThat(sheet.result().orElseThrow().level().trafficWeight()).isEqualTo("1.10");
    }

    @Test
    void serviceInRemoteAreasLiftsTheFullScoreToExcellent() {
        ScoreSheet sheet = Shipped.score(Window.example(), "remoteAreaService");

        assertThat(dimension(sheet, "logistics")).isEqualTo("4.8157");
        assertThat(sheet.base()).isEqualTo("4.6174");
        assertThat(sheet.result().orElseThrow().published()).isEqualTo("4.62");
        assertThat(sheet.result().orElseThrow().level().code()).isEqualTo("EXCELLENT");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0.1500, 4.4374, 4.44, GOOD",
        "7, 0, 0.7500, 3.8374, 3.84, WATCH",
        "7, 1, 1.5000, 3.0874, 3.09, TERMINATION_RISK"
    })
    void verdictsCostTheirPointsUpToTheCapOfTheirGroup(
            long invoicesRefused, long brushing, String deducted, String total, String published, String level) {
        ScoreSheet sheet = score(Window.example()
                .with("verdict.invoice-refused", invoicesRefused)
                .with("verdict.brushing", brushing));

        assertThat(sheet.base()).isEqualTo("4.5874");
        assertThat(sheet.deductions()).isEqualByComparingTo(deducted);
        assertThat(sheet.result().orElseThrow().total()).isEqualTo(total);
        assertThat(sheet.result().orElseThrow().published()).isEqualTo(published);
        assertThat(sheet.result().orElseThrow().level().code()).isEqualTo(level);
    }

    @Test
    void theVerdictsOfOneGroupShareItsCap() {
        ScoreSheet sheet = score(Window.example()
                .with("verdict.invoice-refused", 3)
                .with("verdict.abnormal-return-address", 2)
                .with("verdict.buyer-abuse", 1)
                .with("verdict.unjustified-refusal", 1));

        assertThat(sheet.result().orElseThrow().published()).isEqualTo("3.84");
    }

    @Test
    void aHumanReplyRateOfNinetyPercentEarnsFourAndAHalf() {
        assertThat(points("threeMinuteReplyRate", "chat.turns-within-3min", 1800, "chat.turns", 2000, Priors.DEFAULT))
                .isEqualTo("4.5000");
    }

    @Test
    void twentyTurnsArePaddedToThirtyWithTheCategoryAverage() {
        Window sums = new Window().with("chat.turns-within-3min", 18).with("chat.turns", 20);
        MetricScore reply = metric(score(sums, prior("threeMinuteReplyRate", 85, 100)), "threeMinuteReplyRate");

        assertThat(reply.raw().orElseThrow().rounded(4)).isEqualTo("90.0000");
        assertThat(reply.used().rounded(4)).isEqualTo("88.3333");
        assertThat(reply.points()).isEqualTo("4.4167");
        assertThat(reply.padding()).isEqualTo("0.3333");
        assertThat(metric(score(sums), "threeMinuteReplyRate").points()).isEqualTo("4.4167");
    }

    @Test
    void meanReplySecondsAreADiagnosticWithoutWeight() {
        ScoreSheet sheet = score(new Window().with("chat.reply-seconds", 1471).with("chat.turns", 20));

        assertThat(sheet.diagnostics()).anySatisfy(value -> {
            assertThat(value.id()).isEqualTo("meanReplySeconds");
            assertThat(value.raw().orElseThrow().rounded(2)).isEqualTo("73.55");
        });
    }

    @Test
    void satisfactionOfNinetyPercentEarnsFourPointSix() {
        assertThat(points("afterSalesSatisfaction", "case.ratings-satisfied", 180, "case.ratings", 200, Priors.DEFAULT))
                .isEqualTo("4.6000");
    }

    @Test
    void aShopWithoutRatingsHasNoDataAndThePointsOfTheCategory() {
        MetricScore none =
                metric(score(new Window(), prior("afterSalesSatisfaction", 88, 100)), "afterSalesSatisfaction");

        assertThat(none.noData()).isTrue();
        assertThat(none.raw()).isEmpty();
        assertThat(none.used().rounded(2)).isEqualTo("88.00");
        assertThat(none.padding()).isEqualTo("1.0000");
        assertThat(none.points()).isEqualTo("4.4800");
    }

    @ParameterizedTest
    @CsvSource({
        "refundOnTimeRate, refund.on-time, 91, refund.due, 100, 5.0000",
        "complaintOnTimeRate, complaint.on-time, 18, complaint.due, 20, 4.0000",
        "complaintOnTimeRate, complaint.on-time, 18, complaint.due, 21, 3.7857"
    })
    void refundsAndComplaintsInTimeEarnTheirPoints(
            String metric, String numerator, long inTime, String denominator, long due, String points) {
        assertThat(points(metric, numerator, inTime, denominator, due, Priors.DEFAULT))
                .isEqualTo(points);
    }

    @Test
    void oneDissatisfiedOfTwoIsPaddedWithTheCategoryAverage() {
        Window sums = new Window().with("chat.sessions-dissatisfied", 1).with("chat.sessions-rated", 2);
        MetricScore chat = metric(score(sums, prior("chatDissatisfactionRate", 8, 100)), "chatDissatisfactionRate");

        assertThat(chat.used().rounded(4)).isEqualTo("10.8000");
        assertThat(chat.points()).isEqualTo("4.7929");
    }

    @Test
    void aShopWithTwentyNineValidPaidOrdersGrows() {
        ScoreSheet sheet = score(new Window().with("order.paid", 29));

        assertThat(sheet.stage()).isEqualTo(Stage.GROWTH);
        assertThat(sheet.result().orElseThrow().published()).isEqualTo("4.25");
        assertThat(sheet.result().orElseThrow().level().code()).isEqualTo("GOOD");
    }

    @Test
    void aVerdictReducesTheScoreOfAGrowingShop() {
        ScoreSheet sheet = score(new Window().with("order.paid", 29).with("verdict.fraud-shipment", 1));

        assertThat(sheet.result().orElseThrow().published()).isEqualTo("4.00");
    }

    @ParameterizedTest
    @CsvSource({"59, 4.00", "60, 4.25"})
    void aKnownMetricBelowItsThreePointKnotReducesTheScoreOfAGrowingShop(long within, String published) {
        ScoreSheet sheet = score(
                new Window().with("order.paid", 10).with("chat.turns", 100).with("chat.turns-within-3min", within));

        assertThat(sheet.result().orElseThrow().published()).isEqualTo(published);
    }

    @Test
    void aSmallSampleBelowTheThreePointKnotDoesNotReduceTheScoreOfAGrowingShop() {
        ScoreSheet sheet = score(new Window().with("order.paid", 10).with("chat.turns", 29));

        assertThat(sheet.result().orElseThrow().published()).isEqualTo("4.25");
    }

    @Test
    void theThirtiethValidPaidOrderMakesAFormalShop() {
        assertThat(score(new Window().with("order.paid", 30)).stage()).isEqualTo(Stage.FORMAL);
    }

    private ScoreSheet score(WindowSums sums) {
        return score(sums, Priors.DEFAULT);
    }

    private ScoreSheet score(WindowSums sums, Priors priors) {
        return Shipped.score(sums, priors, ShopProfile.UNKNOWN);
    }

    private BigDecimal points(
            String metric, String numerator, long part, String denominator, long whole, Priors priors) {
        return metric(score(new Window().with(numerator, part).with(denominator, whole), priors), metric)
                .points();
    }

    static MetricScore metric(ScoreSheet sheet, String id) {
        return sheet.metrics().stream()
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal dimension(ScoreSheet sheet, String id) {
        return sheet.dimensions().stream()
                .filter(dimension -> dimension.id().equals(id))
                .map(DimensionScore::points)
                .findFirst()
                .orElseThrow();
    }

    private static Priors prior(String metric, long numerator, long denominator) {
        return id -> id.equals(metric) ? Optional.of(Fraction.of(numerator, denominator)) : Optional.empty();
    }

    /** EX-10 (d) and rules.md 5.4: what the registry says of a shop with too few orders. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2025-11-01, BUSINESS, 3, 0, NONE, NO_PAID_ORDER",
                "2025-12-01, BUSINESS, 3, 0, GROWTH, -",
                "2025-11-01, BUSINESS, 3, 1, GROWTH, -",
                "2026-02-09, BUSINESS, 0, 29, NONE, NO_PRODUCT_ON_SALE",
                "2026-02-09, PERSONAL, 3, 29, NONE, PERSONAL_SHOP",
                "2026-02-09, BUSINESS, 1, 29, GROWTH, -",
                "-, -, -, 0, GROWTH, -",
                "2025-11-01, PERSONAL, 0, 30, FORMAL, -"
            })
    void theRegistryDecidesWhetherAShopWithFewOrdersHasAScore(
            LocalDate openedOn,
            ShopProfile.Kind kind,
            Integer productsOnSale,
            long orders,
            Stage stage,
            NoScore noScore) {
        var profile = new ShopProfile(
                Optional.empty(),
                Optional.ofNullable(openedOn),
                Optional.ofNullable(kind),
                Set.of(),
                productsOnSale == null ? OptionalInt.empty() : OptionalInt.of(productsOnSale));

        ScoreSheet sheet = Shipped.score(new Window().with("order.paid", orders), Priors.DEFAULT, profile);

        assertThat(sheet.stage()).isEqualTo(stage);
        assertThat(sheet.noScore()).isEqualTo(Optional.ofNullable(noScore));
        assertThat(sheet.result().isEmpty()).isEqualTo(stage == Stage.NONE);
    }
}
