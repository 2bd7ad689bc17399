package org.shopscore.aggregator.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.score.ScoreSheet.NoScore;
import org.shopscore.aggregator.score.ScoreSheet.Stage;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.score.window.Stretch;

/** rules.md 5.4. */
class StageRuleTest {

    private static final StageRule RULE = new StageRule(WithheldBy.brushing().stages());

    private static final ShopProfile CLOSED =
            new ShopProfile(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), OptionalInt.of(0));

    @ParameterizedTest
    @CsvSource({
        "30, 0, false, FORMAL",
        "29, 0, false, GROWTH",
        "29, 0, true, NONE",
        "30, 0, true, FORMAL",
        "30, 1, false, WITHHELD",
        "29, 1, false, WITHHELD",
        "29, 1, true, WITHHELD",
        "0, 3, false, WITHHELD",
        "30, -1, false, FORMAL"
    })
    void aVerdictGoesBeforeEveryOtherStage(long orders, long verdicts, boolean isClosed, Stage stage) {
        var sums = new Window().with("order.paid", orders).with("verdict.brushing", verdicts);
        var profile = isClosed ? CLOSED : ShopProfile.UNKNOWN;

        assertThat(RULE.stage(sums, profile, Shipped.DAY)).isEqualTo(stage);
        assertThat(RULE.isFormal(sums)).isEqualTo(stage == Stage.FORMAL);
        assertThat(RULE.noScore(sums, profile, Shipped.DAY).filter(NoScore.MANIPULATION_VERDICT::equals))
                .isEqualTo(Optional.of(NoScore.MANIPULATION_VERDICT).filter(_ -> stage == Stage.WITHHELD));
    }

    @Test
    void anAppealThatComesBeforeItsVerdictPaysForNoOtherOne() {
        var rule = new StageRule(
                WithheldBy.policy("verdict.brushing", "verdict.fraud-shipment").stages());
        var sums = new Window().with("verdict.brushing", -1).with("verdict.fraud-shipment", 1);

        assertThat(rule.stage(sums, ShopProfile.UNKNOWN, Shipped.DAY)).isEqualTo(Stage.WITHHELD);
    }

    @Test
    void theShippedPolicyWithholdsNothingAndAnyOtherVerdictCostsPointsAlone() {
        var brushed = Window.example().with("verdict.brushing", 1);
        assertThat(Shipped.POLICY.stages().withheldBy()).isEmpty();
        assertThat(Shipped.score(brushed).stage()).isEqualTo(Stage.FORMAL);
        assertThat(WithheldBy.score(Window.example().with("verdict.fraud-shipment", 1))
                        .stage())
                .isEqualTo(Stage.FORMAL);
    }

    @Test
    void aWithheldSheetHasNoResultAndKeepsWhatCanBeComputed() {
        ScoreSheet sheet = WithheldBy.score(Window.example().with("verdict.brushing", 1));

        assertThat(sheet.result()).isEmpty();
        assertThat(sheet.noScore()).contains(NoScore.MANIPULATION_VERDICT);
        assertThat(sheet.base()).isEqualTo("4.5874");
        assertThat(sheet.deductions()).isEqualTo("0.7500");
        assertThat(WithheldBy.score(Window.example())).isEqualTo(Shipped.score(Window.example()));
    }

    /** With verdicts at both ends of the stretch there is no score on it; with them at one end there may be one. */
    @Test
    void noScoreLiesBetweenTwoWithheldOnes() {
        var engine = new ScoreEngine(WithheldBy.brushing());
        var one = Window.example().with("verdict.brushing", 1);
        var two = Window.example().with("verdict.brushing", 2);

        assertThat(engine.ceiling(new Stretch(one, two), Priors.DEFAULT, ShopProfile.UNKNOWN, Shipped.DAY))
                .isEmpty();
        assertThat(engine.ceiling(new Stretch(Window.example(), one), Priors.DEFAULT, ShopProfile.UNKNOWN, Shipped.DAY))
                .hasValueSatisfying(most -> assertThat(most).isEqualTo("4.59"));
    }
}
