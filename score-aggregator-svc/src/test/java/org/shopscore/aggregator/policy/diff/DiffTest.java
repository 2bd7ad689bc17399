package org.shopscore.aggregator.policy.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.policy.file.PolicyDocument;
import org.shopscore.aggregator.score.Shipped;

class DiffTest {

    /** What is replaced in the shipped document, by what, and the one difference that must be told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "nMin": 10 | "nMin": 12 | metrics/complaintOnTimeRate/nMin | 10 | 12
                    ["59.55", "3.00"] | ["60", "3.00"] | metrics/pickupOnTimeRate/knots | 0→0, 59.55→3.00, 75.80→4.25, 96.84→5.00 | 0→0, 60→3.00, 75.80→4.25, 96.84→5.00
                    "code": "GOOD", "min": "4.25" | "code": "GOOD", "min": "4.30" | levels/GOOD/min | 4.25 | 4.30
                    {"mean": 30, "of": "total", "gte": "4.50"} | {"latest": "total", "gt": "4.50"} | entitlements/premiumBadge/grant | mean 30 of total gte 4.50 | latest total gt 4.50
                    {"latest": "goods", "gte": "4.125"} | {"latest": "goods", "gte": "4.2"} | entitlements/alliance/grant | all (latest total gte 4.25; latest goods gte 4.125; none severeViolation days 30) | all (latest total gte 4.25; latest goods gte 4.2; none severeViolation days 30)
                    "group": "BRUSHING", "each": "0.75" | "group": "BRUSHING", "each": "0.80" | deductionGroups/BRUSHING/each | 0.75 | 0.80
                    """)
    void aChangeIsToldWithWhatItConcerns(String was, String is, String path, String before, String after) {
        var changed = Shipped.document().replace(was, is);
        assertThat(changed).isNotEqualTo(Shipped.document());

        assertThat(Diff.between(tree(Shipped.document()), tree(changed)))
                .singleElement()
                .satisfies(change -> {
                    assertThat(String.join("/", change.path())).isEqualTo(path);
                    assertThat(change.was()).contains(before);
                    assertThat(change.is()).contains(after);
                });
    }

    @Test
    void weightsOfACategoryThatAreNewAreToldOneByOne() {
        var changed = Shipped.documentWeighing("""
                {"category": "when", "metrics": {"productRating": "0.70", "qualityReturnRate": "0.30"}}""");

        assertThat(Diff.between(tree(Shipped.document()), tree(changed)))
                .containsExactly(
                        weight("metrics/productRating", null, "0.70"),
                        weight("metrics/qualityReturnRate", null, "0.30"));
        assertThat(Diff.between(tree(changed), tree(Shipped.document())))
                .containsExactly(
                        weight("metrics/productRating", "0.70", null),
                        weight("metrics/qualityReturnRate", "0.30", null));
        assertThat(Diff.between(tree(Shipped.document()), tree(Shipped.documentWeighing(""))))
                .isEmpty();
    }

    @Test
    void weightsOfACategoryAreComparedByItsNameWhateverTheOrder() {
        String food = """
                {"category": "food", "metrics": {"refundOnTimeRate": "0.25", "complaintOnTimeRate": "0.10"}}""";
        var was = Shipped.documentWeighing(food + ", " + Shipped.bothWeights("when"));
        var is = Shipped.documentWeighing(Shipped.bothWeights("when") + ", " + food)
                .replace("\"goods\": \"0.44\", \"logistics\": \"0.20\"", "\"goods\": \"0.40\", \"logistics\": \"0.24\"")
                .replace("\"0.70\"", "\"0.700\"");

        assertThat(Diff.between(tree(was), tree(is)))
                .containsExactly(
                        weight("dimensions/goods", "0.44", "0.40"), weight("dimensions/logistics", "0.20", "0.24"));
    }

    private static Change weight(String path, String was, String is) {
        return new Change(
                List.of(("categoryWeights/when/" + path).split("/", -1)),
                Optional.ofNullable(was),
                Optional.ofNullable(is));
    }

    @Test
    void whatIsOnlyWrittenOtherwiseIsNoDifference() {
        var written = Shipped.document().replace("\"goods\": \"0.45\"", "\"goods\": \"0.450\"");

        assertThat(Diff.between(tree(Shipped.document()), tree(written))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"version, 2026.1, 2026.10", "policyId, 1e3, 1000"})
    void aNameIsNoFigure(String what, String was, String is) {
        assertThat(Diff.between(Map.of(what, was), Map.of(what, is)))
                .containsExactly(new Change(List.of(what), Optional.of(was), Optional.of(is)));
    }

    @Test
    void whatIsGoneAndWhatIsNewAreToldWhateverTheOrder() {
        String bonus = """
                  {"code": "REMOTE_AREA_SERVICE", "target": "logistics", "points": "0.15", "when": {"shopFlag": "remoteAreaService"}},
                """.strip();
        var changes =
                Diff.between(tree(Shipped.document()), tree(Shipped.document().replace(bonus, "")));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.path()).containsExactly("bonuses", "REMOTE_AREA_SERVICE");
            assertThat(change.was())
                    .contains(
                            "code REMOTE_AREA_SERVICE target logistics points 0.15 when (shopFlag remoteAreaService)");
            assertThat(change.is()).isEqualTo(Optional.empty());
        });
    }

    private static Map<String, Object> tree(String document) {
        return new PolicyDocument(Shipped.POLICY, document).tree();
    }
}
