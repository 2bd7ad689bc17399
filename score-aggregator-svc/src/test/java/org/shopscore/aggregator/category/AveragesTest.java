package org.shopscore.aggregator.category;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.metric.Fraction;
import org.shopscore.aggregator.score.window.Sums;

/** rules.md 5.6: what a small sample is padded with. */
class AveragesTest {

    private final Tree tree = new Tree(Map.of(
            "food", Optional.empty(),
            "fresh", Optional.of("food"),
            "fruit", Optional.of("fresh")));

    @Test
    void theAverageIsTheSumOfNumeratorsOverTheSumOfDenominatorsNotTheMeanOfRatios() {
        var averages = Averages.none();
        for (int shop = 0; shop < 19; shop++) {
            count(averages, "fruit", 1, 1);
        }
        count(averages, "fruit", 0, 81);

        assertThat(prior(averages, "fruit")).contains(Fraction.of(19, 100));
    }

    @Test
    void aCategoryOfFewerThanTwentyShopsTakesTheAverageOfTheOneAboveIt() {
        var averages = Averages.none();
        for (int shop = 0; shop < 19; shop++) {
            count(averages, "fruit", 9, 10);
        }
        count(averages, "fresh", 0, 10);

        assertThat(prior(averages, "fruit")).contains(Fraction.of(171, 200));
        count(averages, "fruit", 9, 10);
        assertThat(prior(averages, "fruit")).contains(Fraction.of(180, 200));
    }

    @Test
    void aShopWithoutACaseDoesNotCountAndWithoutEnoughShopsThePolicyDecides() {
        var averages = Averages.none();
        for (int shop = 0; shop < 30; shop++) {
            count(averages, "fruit", 0, 0);
        }

        assertThat(averages.of("fruit", "threeMinuteReplyRate")).isEmpty();
        assertThat(prior(averages, "fruit")).isEmpty();
        assertThat(prior(averages, "unheard-of")).isEmpty();
    }

    @Test
    void aTreeThatWasTiedIntoACircleIsStillWalkedToAnEnd() {
        var circle = new Tree(Map.of("a", Optional.of("b"), "b", Optional.of("a")));

        assertThat(circle.upwards(Optional.of("a"))).containsExactly("a", "b");
    }

    private Optional<Fraction> prior(Averages averages, String category) {
        return averages.priors(tree.upwards(Optional.of(category))).of("threeMinuteReplyRate");
    }

    private void count(Averages averages, String category, long inTime, long turns) {
        List<String> upwards = tree.upwards(Optional.of(category));
        averages.count(
                Shipped.POLICY, upwards, new Sums(Map.of("chat.turns-within-3min", inTime, "chat.turns", turns)));
    }
}
