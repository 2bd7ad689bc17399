package org.shopscore.aggregator.explanation.breakdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.policy.file.PolicyFile;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.metric.Measures;

/** The worked example EX-8, part by part, and that no parts ever leave a rest. */
class BreakdownTest {

    private static final BigDecimal FIVE = BigDecimal.valueOf(5);

    @ParameterizedTest
    @CsvSource({
        "productRating, 0.2700, 1.201149, 0.148851",
        "qualityReturnRate, 0.1800, 0.841716, 0.058284",
        "pickupOnTimeRate, 0.0600, 0.289380, 0.010620",
        "deliveryOnTimeRate, 0.1000, 0.463050, 0.036950",
        "logisticsFaultReturnRate, 0.0400, 0.180716, 0.019284",
        "threeMinuteReplyRate, 0.0700, 0.315000, 0.035000",
        "chatDissatisfactionRate, 0.0525, 0.25687725, 0.00562275",
        "afterSalesSatisfaction, 0.0700, 0.322000, 0.028000",
        "refundOnTimeRate, 0.0700, 0.350000, 0",
        "complaintOnTimeRate, 0.0525, 0.210000, 0.052500",
        "platformHelpRate, 0.0350, 0.157500, 0.017500"
    })
    void theFullScoreIsTheSumOfTheseParts(String metric, String weight, String contribution, String gap) {
        var part = example().parts().stream()
                .filter(one -> one.metric().id().equals(metric))
                .findFirst()
                .orElseThrow();

        assertThat(part.weight()).isEqualByComparingTo(weight);
        assertThat(part.contribution()).isEqualByComparingTo(contribution);
        assertThat(part.gap()).isEqualByComparingTo(gap);
    }

    @Test
    void theGapsOfTheFullScoreLeaveItsRoundingAlone() {
        assertThat(example().gaps()).isEqualByComparingTo("0.41261175");
        assertThat(example().toFull()).isEqualByComparingTo("0.4126");
        assertThat(example().roundingResidual()).isEqualByComparingTo("0.00001175");
        assertThat(example().bonuses()).isEqualByComparingTo("0");
    }

    @Test
    void aBonusOnADimensionGivesBackItsWeightedPoints() {
        var sheet = Shipped.score(Window.example(), "remoteAreaService");

        assertThat(Breakdown.of(sheet, FIVE).bonuses()).isEqualByComparingTo("0.0300");
    }

    /** 0.308 for the rating, and so on: what the category's weights make of each gap, and of their sum. */
    @Test
    void byTheWeightsOfACategoryTheGapsLeaveItsRoundingAlone() {
        var parts = Breakdown.of(inCategory("dresses"), FIVE);

        assertThat(parts.parts().getFirst().weight()).isEqualByComparingTo("0.308");
        assertThat(parts.parts().getFirst().gap()).isEqualByComparingTo("0.1698004");
        assertThat(parts.gaps()).isEqualByComparingTo("0.4219794");
        assertThat(parts.toFull()).isEqualByComparingTo("0.4220");
        assertThat(parts.roundingResidual()).isEqualByComparingTo("-0.0000206");
    }

    @Test
    void betweenOtherWeightsTheStepsSumToTheDifference() {
        var waterfall = Waterfall.between(Shipped.score(Window.example()), inCategory("dresses"), FIVE);

        assertThat(waterfall.difference())
                .hasValueSatisfying(fell -> assertThat(fell)
                        .isEqualByComparingTo("-0.0094")
                        .isEqualByComparingTo(Waterfall.sum(waterfall.steps())));
        assertThat(waterfall.steps()).extracting(Waterfall.Step::what).contains("productRating", "platformHelpRate");
    }

    private static ScoreSheet inCategory(String category) {
        String document = Shipped.documentWeighing(Shipped.bothWeights(category));
        return new ScoreEngine(PolicyFile.read("p.json", document))
                .in(List.of(category))
                .score(Window.example(), Priors.DEFAULT, ShopProfile.UNKNOWN, Shipped.DAY);
    }

    @Test
    void whateverAShopDidItsScoreIsTakenApartWithoutARest() {
        var random = new Random(7);
        for (int round = 0; round < 500; round++) {
            var window = new Window();
            Measures.names().forEach(name -> window.with(name, random.nextInt(300)));
            var sheet = Shipped.score(window, random.nextBoolean() ? "remoteAreaService" : "none");
            var parts = Breakdown.of(sheet, FIVE);

            assertThat(parts.gaps().subtract(parts.bonuses()).subtract(parts.roundingResidual()))
                    .isEqualByComparingTo(FIVE.subtract(sheet.base()));
            assertThat(parts.roundingResidual().abs()).isLessThan(new BigDecimal("0.0002"));
        }
    }

    @Test
    void whateverChangedTheStepsSumToTheDifference() {
        var random = new Random(11);
        for (int round = 0; round < 500; round++) {
            var from = Shipped.score(any(random));
            var to = Shipped.score(any(random));
            var waterfall = Waterfall.between(from, to, FIVE);

            assertThat(Waterfall.sum(waterfall.steps()))
                    .isEqualByComparingTo(Waterfall.figure(to).subtract(Waterfall.figure(from)));
        }
    }

    @Test
    void whatStayedAsItWasIsNoStep() {
        var from = Shipped.score(Window.example());
        var to = Shipped.score(Window.example().with("complaint.on-time", 19).with("verdict.invoice-refused", 1));

        assertThat(Waterfall.between(from, to, FIVE).steps())
                .extracting(Waterfall.Step::what)
                .containsExactly("complaintOnTimeRate", "deductions");
    }

    private static Window any(Random random) {
        var window = new Window();
        Measures.names().forEach(name -> window.with(name, random.nextInt(random.nextInt(1, 200))));
        return window;
    }

    private Breakdown example() {
        return Breakdown.of(Shipped.score(Window.example()), FIVE);
    }
}
