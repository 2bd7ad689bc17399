package org.shopscore.aggregator.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.policy.file.PolicyFile;
import org.shopscore.aggregator.score.ScoreSheet.DimensionScore;
import org.shopscore.aggregator.score.ScoreSheet.Stage;
import org.shopscore.aggregator.score.metric.MetricScore;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.score.window.Stretch;

/** rules.md 5.5: the shop of EX-8 by the weights of its category, reckoned by hand from the points of its metrics. */
class CategoryWeightsTest {

    private final ScoreEngine engine =
            new ScoreEngine(PolicyFile.read("p.json", Shipped.documentWeighing(Shipped.bothWeights("dresses") + """
                    , {"category": "fashion", "dimensions": {"goods": "0.44", "logistics": "0.20", "service": "0.36"}}
                    , {"category": "advice", "dimensions": {"goods": "0", "logistics": "0", "service": "1"}}
                    , {"category": "food", "metrics": {"productRating": "0.70", "qualityReturnRate": "0.30"}}""")));

    /**
     * Goods 0.70 x 4.4487 + 0.30 x 4.6762 = 4.51695; with it 0.44 x 4.5170 + 0.20 x 4.6657 + 0.36 x 4.6039 = 4.578024 and 0.45 x 4.5170 +
     * 0.20 x 4.6657 + 0.35 x 4.6039 = 4.577155; with the usual goods 0.44 x 4.5397 + 0.20 x 4.6657 + 0.36 x 4.6039 = 4.588012.
     */
    @ParameterizedTest
    @CsvSource({
        "dresses, 4.5170, 4.5780, 4.58",
        "fashion, 4.5397, 4.5880, 4.59",
        "food, 4.5170, 4.5772, 4.58",
        "summer-dresses dresses fashion, 4.5170, 4.5780, 4.58",
        "trousers fashion, 4.5397, 4.5880, 4.59",
        "food fashion, 4.5170, 4.5772, 4.58",
        "advice, 4.5397, 4.6039, 4.60",
        "furniture, 4.5397, 4.5874, 4.59"
    })
    void theNearestCategoryWithWeightsHoldsAndItAlone(String upwards, String goods, String base, String published) {
        ScoreSheet sheet = in(upwards).score(Window.example(), Priors.DEFAULT, ShopProfile.UNKNOWN, Shipped.DAY);

        assertThat(sheet.dimensions().getFirst().points()).isEqualTo(goods);
        assertThat(sheet.base()).isEqualTo(base);
        assertThat(sheet.result().orElseThrow().total()).isEqualTo(base);
        assertThat(sheet.result().orElseThrow().published()).isEqualTo(published);
    }

    @Test
    void aSheetShowsTheWeightsThatItWasMadeBy() {
        ScoreSheet sheet = in("dresses").score(Window.example(), Priors.DEFAULT, ShopProfile.UNKNOWN, Shipped.DAY);

        assertThat(sheet.dimensions())
                .extracting(DimensionScore::weight)
                .containsExactly(new BigDecimal("0.44"), new BigDecimal("0.20"), new BigDecimal("0.36"));
        Map<String, BigDecimal> weights =
                sheet.metrics().stream().collect(Collectors.toMap(MetricScore::id, MetricScore::weight));
        assertThat(weights)
                .containsEntry("productRating", new BigDecimal("0.70"))
                .containsEntry("qualityReturnRate", new BigDecimal("0.30"))
                .containsEntry("deliveryOnTimeRate", new BigDecimal("0.50"));
    }

    @ParameterizedTest
    @CsvSource({"furniture", "''"})
    void weightsOfACategoryMoveNobodyOutsideIt(String upwards) {
        assertThat(in(upwards).score(Window.example(), Priors.DEFAULT, ShopProfile.UNKNOWN, Shipped.DAY))
                .isEqualTo(Shipped.score(Window.example()));
    }

    @Test
    void aShopWithoutAComputedScoreIsNotMovedByWeights() {
        var young = Window.example().with("order.paid", 29);
        var closed = new ShopProfile(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), OptionalInt.of(0));

        ScoreSheet growing = in("dresses").score(young, Priors.DEFAULT, ShopProfile.UNKNOWN, Shipped.DAY);
        assertThat(growing.stage()).isEqualTo(Stage.GROWTH);
        assertThat(growing.result())
                .isEqualTo(Shipped.score(young).result())
                .map(ScoreSheet.Result::total)
                .contains(new BigDecimal("4.2500"));
        assertThat(in("dresses")
                        .score(young, Priors.DEFAULT, closed, Shipped.DAY)
                        .stage())
                .isEqualTo(Stage.NONE);
    }

    /** Nothing is on the way from a shop's sums to the same. */
    @ParameterizedTest
    @CsvSource({"dresses, 4.58", "fashion, 4.59", "food, 4.58", "advice, 4.60"})
    void whatASearchIsBoundedByIsWeighedLikeTheScore(String upwards, String published) {
        var here = new Stretch(Window.example(), Window.example());

        assertThat(in(upwards).ceiling(here, Priors.DEFAULT, ShopProfile.UNKNOWN, Shipped.DAY))
                .contains(new BigDecimal(published));
    }

    @Test
    void thePolicyOfACategoryIsThePolicy() {
        assertThat(in("dresses").policy()).isSameAs(engine.policy());
        assertThat(in("dresses").reference()).isEqualTo(engine.reference());
    }

    private ScoreEngine in(String upwards) {
        return engine.in(
                upwards.isEmpty()
                        ? List.of()
                        : Arrays.stream(upwards.split(" ", -1)).toList());
    }
}
