package org.shopscore.aggregator.category;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.policy.file.PolicyFile;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.score.metric.Fraction;
import org.shopscore.aggregator.score.metric.MetricScore;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.shop.ShopProfile;

class CategoryScorersTest {

    private static final Map<String, Optional<String>> TREE =
            Map.of("fashion", Optional.empty(), "dresses", Optional.of("fashion"), "food", Optional.empty());

    private final ScoreEngine engine =
            new ScoreEngine(PolicyFile.read("p.json", Shipped.documentWeighing(Shipped.bothWeights("fashion"))));

    @Test
    void aShopIsWeighedByItsPlaceInTheTree() {
        var scorers = new CategoryScorers(engine, new Tree(TREE), _ -> Priors.DEFAULT);

        assertThat(score(scorers, Optional.of("fashion")).base()).isEqualTo("4.5780");
        assertThat(score(scorers, Optional.of("dresses")).base()).isEqualTo("4.5780");
        assertThat(score(scorers, Optional.of("food")).base()).isEqualTo("4.5874");
        assertThat(score(scorers, Optional.empty()).base()).isEqualTo("4.5874");
        assertThat(score(scorers, Optional.of("unheard-of")).base()).isEqualTo("4.5874");
    }

    @Test
    void aCategoryThatHasMovedIsWeighedByItsNewPlace() {
        var moved = new Tree(Map.of("food", Optional.empty(), "dresses", Optional.of("food")));

        assertThat(score(new CategoryScorers(engine, moved, _ -> Priors.DEFAULT), Optional.of("dresses"))
                        .base())
                .isEqualTo("4.5874");
    }

    @Test
    void aCategoryIsLookedForOnceAndItsShopsArePaddedWithItsAverages() {
        var looked = new AtomicInteger();
        var scorers = new CategoryScorers(engine, new Tree(TREE), categories -> {
            looked.incrementAndGet();
            return _ -> categories.equals(List.of("dresses", "fashion"))
                    ? Optional.of(Fraction.of(1, 1))
                    : Optional.empty();
        });
        for (int shop = 0; shop < 3; shop++) {
            assertThat(reply(scorers, "dresses")).isEqualTo("100.00");
            assertThat(reply(scorers, "fashion")).isEqualTo("85.00");
        }

        assertThat(looked).hasValue(2);
    }

    /** The share of a shop that has answered nobody. */
    private static String reply(CategoryScorers scorers, String category) {
        return scorers.of(in(Optional.of(category))).score(new Window(), Shipped.DAY).metrics().stream()
                .filter(metric -> metric.id().equals("threeMinuteReplyRate"))
                .map(MetricScore::used)
                .findFirst()
                .orElseThrow()
                .rounded(2)
                .toPlainString();
    }

    private static ScoreSheet score(CategoryScorers scorers, Optional<String> category) {
        return scorers.of(in(category)).score(Window.example(), Shipped.DAY);
    }

    private static ShopProfile in(Optional<String> category) {
        return new ShopProfile(category, Optional.empty(), Optional.empty(), Set.of(), OptionalInt.empty());
    }
}
