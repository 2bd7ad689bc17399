package org.shopscore.aggregator.explanation.breakdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.metric.Measures;

class WaterfallTest {

    private static final BigDecimal FIVE = BigDecimal.valueOf(5);

    /** Without a product on sale there is no score. */
    private static final ShopProfile CLOSED =
            new ShopProfile(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), OptionalInt.of(0));

    @Test
    void deductionsBelowTheEndOfTheScaleAreNoChangeOfStage() {
        var poor = poor();
        ScoreSheet before = Shipped.score(poor);
        ScoreSheet after = Shipped.score(poor.with("verdict.brushing", 1)
                .with("verdict.invoice-refused", 5)
                .with("verdict.fraud-shipment", 1)
                .with("verdict.brand-confusion", 1)
                .with("verdict.false-advertising", 1));
        assertThat(after.stage()).isEqualTo(before.stage()).isEqualTo(ScoreSheet.Stage.FORMAL);
        assertThat(Waterfall.figure(after)).isEqualByComparingTo("0");
        assertThat(after.deductions()).isGreaterThan(after.base());

        Map<String, BigDecimal> steps = steps(before, after);

        assertThat(steps).doesNotContainKey("stage");
        assertThat(steps.get("scaleLimit"))
                .isEqualByComparingTo(after.deductions().subtract(after.base()));
        assertThat(steps.get("deductions"))
                .isEqualByComparingTo(after.deductions().negate());
    }

    @Test
    void betweenFormalScoresNothingIsLeftForTheStage() {
        var random = new Random(5);
        for (int round = 0; round < 300; round++) {
            ScoreSheet from = Shipped.score(any(random));
            ScoreSheet to = Shipped.score(any(random));

            assertThat(Waterfall.sum(Waterfall.between(from, to, FIVE).steps()))
                    .isEqualByComparingTo(Waterfall.figure(to).subtract(Waterfall.figure(from)));
            boolean areFormal = from.stage() == ScoreSheet.Stage.FORMAL && to.stage() == ScoreSheet.Stage.FORMAL;
            assertThat(areFormal && steps(from, to).containsKey("stage")).isFalse();
        }
    }

    @Test
    void fromAPublishedTotalTheStepsStillSumToTheDifference() {
        ScoreSheet from = Shipped.score(Window.example());
        ScoreSheet to = Shipped.score(Window.example().with("complaint.on-time", 19));
        var published = new BigDecimal("4.4444");

        var waterfall = Waterfall.between(from, to, FIVE).fromPublished(published);

        assertThat(waterfall.steps()).extracting(Waterfall.Step::what).startsWith("restated");
        assertThat(waterfall.steps().getFirst().effect())
                .isEqualByComparingTo(Waterfall.figure(from).subtract(published));
        assertThat(Waterfall.sum(waterfall.steps()))
                .isEqualByComparingTo(Waterfall.figure(to).subtract(published));
        assertThat(waterfall.from()).isEqualByComparingTo(published);
    }

    @Test
    void betweenTwoGrowthScoresOnlyTheGrowthScoreItselfMoves() {
        ScoreSheet before = Shipped.score(growing());
        ScoreSheet slower = Shipped.score(growing().with("chat.turns", 20).with("chat.turns-within-3min", 1));
        ScoreSheet reduced = Shipped.score(growing().with("verdict.invoice-refused", 1), "remoteAreaService");

        assertThat(before.base()).isNotEqualByComparingTo(slower.base());
        assertThat(Waterfall.between(before, slower, FIVE).steps()).isEmpty();
        assertThat(steps(before, reduced)).containsOnlyKeys("growthScore");
        assertThat(steps(before, reduced).get("growthScore")).isEqualByComparingTo("-0.25");
    }

    @Test
    void fromAPublishedGrowthScoreTheStepsStillSumToTheDifference() {
        var published = new BigDecimal("4.0000");
        var waterfall = Waterfall.between(
                        Shipped.score(growing()), Shipped.score(growing().with("verdict.invoice-refused", 1)), FIVE)
                .fromPublished(published);

        assertThat(waterfall.steps()).extracting(Waterfall.Step::what).containsExactly("restated", "growthScore");
        assertThat(Waterfall.sum(waterfall.steps())).isEqualByComparingTo("0");
        assertThat(waterfall.difference().orElseThrow()).isEqualByComparingTo("0");
    }

    @Test
    void aChangeOfStageIsStillAStep() {
        ScoreSheet before = Shipped.score(growing());
        ScoreSheet after = Shipped.score(Window.example());

        assertThat(steps(before, after)).containsKey("stage");
        assertThat(Waterfall.sum(Waterfall.between(before, after, FIVE).steps()))
                .isEqualByComparingTo(Waterfall.figure(after).subtract(Waterfall.figure(before)));
    }

    @Test
    void withoutAScoreThereIsNoTotalNoDifferenceAndNoStep() {
        ScoreSheet none = Shipped.score(growing(), Priors.DEFAULT, CLOSED);
        ScoreSheet growing = Shipped.score(growing());

        var to = Waterfall.between(growing, none, FIVE).fromPublished(new BigDecimal("4.2500"));
        assertThat(to.fromTotal()).contains(new BigDecimal("4.2500"));
        assertThat(to.toTotal()).isEmpty();
        assertThat(to.difference()).isEmpty();
        assertThat(to.steps()).isEmpty();

        var from = Waterfall.between(none, growing, FIVE);
        assertThat(from.fromTotal()).isEmpty();
        assertThat(from.toTotal()).contains(new BigDecimal("4.2500"));
        assertThat(from.difference()).isEmpty();
        assertThat(from.steps()).isEmpty();
    }

    @Test
    void fromAPublishedDayThatHasNoScoreAnyMoreTheStageLeads() {
        var published = new BigDecimal("4.1000");
        var waterfall = Waterfall.between(
                        Shipped.score(growing(), Priors.DEFAULT, CLOSED), Shipped.score(growing()), FIVE)
                .fromPublished(published);

        assertThat(waterfall.steps()).containsExactly(new Waterfall.Step("stage", new BigDecimal("0.1500")));
        assertThat(waterfall.fromTotal()).contains(published);
    }

    private static Map<String, BigDecimal> steps(ScoreSheet from, ScoreSheet to) {
        return Waterfall.between(from, to, FIVE).steps().stream()
                .collect(Collectors.toMap(Waterfall.Step::what, Waterfall.Step::effect));
    }

    private static Window any(Random random) {
        var window = new Window();
        Measures.names().forEach(name -> window.with(name, random.nextInt(300)));
        return window;
    }

    private static Window growing() {
        return new Window().with("order.paid", 3);
    }

    /** Everything that could go wrong did. */
    private static Window poor() {
        var window = new Window();
        Shipped.POLICY.metrics().forEach(metric -> {
            window.with(metric.ratio().denominator(), 1_000);
            window.with(metric.ratio().numerator(), metric.isHigherBetter() ? 0 : 1_000);
        });
        return window.with("order.paid", 1_000).with("order.signed", 1_000);
    }
}
