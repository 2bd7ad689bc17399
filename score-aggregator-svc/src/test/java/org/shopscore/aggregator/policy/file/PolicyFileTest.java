package org.shopscore.aggregator.policy.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.score.Shipped;

class PolicyFileTest {

    @Test
    void theShippedPolicyHasNoFault() {
        assertThat(Shipped.POLICY.reference()).isEqualTo("exp-score-5/2026.1.0");
        assertThat(Shipped.POLICY.metrics()).hasSize(11);
        assertThat(Shipped.POLICY.diagnostics()).hasSize(14);
        assertThat(Shipped.POLICY.entitlements()).hasSize(7);
    }

    /** Each row breaks the shipped policy in one place: what is replaced, by what, and the one message that must come. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "goods": "0.45" | "goods": "0.44" | p.json:12:16: /dimensions weights must sum to 1, sum to 0.99
                    "dimension": "logistics", "weight": "0.30" | "dimension": "logistics", "weight": "0.31" | of the metrics of logistics must sum to 1, sum to 1.01
                    "dimension": "logistics", "weight": "0.30" | "dimension": "logistik", "weight": "0.30" | p.json:18:43: /metrics/2/dimension must be a dimension, was logistik
                    ["59.55", "3.00"] | ["75.80", "3.00"] | /metrics/2/knots/2 values of the knots of pickupOnTimeRate must ascend, was 75.80 after 75.80
                    ["59.55", "3.00"] | ["59.55", "4.50"] | /metrics/2/knots/2 points of pickupOnTimeRate, where higher is better, must not fall, was 4.25 after 4.50
                    ["1.31", "4.00"] | ["1.31", "2.00"] | /metrics/1/knots/2 points of qualityReturnRate, where lower is better, must not rise, was 3.00 after 2.00
                    ["4.791", "5.00"] | ["4.791", "5.01"] | /metrics/0/knots/3/1 must lie on the scale up to 5, was 5.01
                    "pickup.on-time" | "pickup.in-time" | p.json:18:126: /metrics/2/numerator metric pickupOnTimeRate must name a known measure, was pickup.in-time
                    ["verdict.brushing"]}, | ["verdict.brushin"]}, | deduction group BRUSHING must name a known measure, was verdict.brushin
                    ["delivery.next-day", | ["delivery.nextday", | bonus NEXT_DAY_SHARE must name a known measure, was delivery.nextday
                    "id": "meanPickupHours" | "id": "meanReplySeconds" | must be unique, meanReplySeconds was there before
                    "code": "WATCH", "min": "3.50" | "code": "WATCH", "min": "3.20" | /levels/2/min must be above that of the level before, 3.20, was 3.20
                    "min": "0", "trafficWeight" | "min": "1", "trafficWeight" | /levels/0/min of the first level must be the scale's min 0, was 1
                    "growthScoreReduced": "4.00" | "growthScoreReduced": "4.50" | must not be above growthScore 4.25, was 4.50
                    "kind": "padToCategoryAverage" | "kind": "guess" | p.json:14:23: /fallback/kind
                    "kind": "padToCategoryAverage" | "kind": "padToCategoryAverage", "points": "4.50" | p.json:14:14: /fallback
                    "kind": "padToCategoryAverage" | "kind": "fixed" | p.json:14:14: /fallback
                    "HALF_UP" | "HALF_EVEN" | p.json:10:85: /rounding/mode
                    "kind": "mean", "better": "higher", "numerator": "review.stars" | "kind": "median", "better": "higher", "numerator": "review.stars" | p.json:16:75: /metrics/0/kind
                    {"shopFlag": "remoteAreaService"} | {"weather": "rain"} | /bonuses/0/when
                    "maturityDays": 0, "defaultPrior": "4.70" | "maturityDays": 61, "defaultPrior": "4.70" | /metrics/0/maturityDays
                    "maturityDays": 0, "defaultPrior": "4.70" | "maturityDays": -1, "defaultPrior": "4.70" | /metrics/0/maturityDays
                    "maturityDays": 0, "defaultPrior": "4.70" | "maturityDays": 6.5, "defaultPrior": "4.70" | /metrics/0/maturityDays
                    "max": "5"} | "max": "655.01"} | /scale/max must be at most 655, was 655.01
                    "nMin": 10 | "nMin": 0 | /metrics/9/nMin
                    "nMin": 10, |  | /metrics/9
                    "weight": "0.60" | "weight": 0.60 | /metrics/0/weight
                    {"latest": "total", "gte": "4.00"} | {"newest": "total", "gte": "4.00"} | /entitlements/0/grant
                    {"latest": "goods", | {"latest": "taste", | must be total, growth, a dimension or a metric, was taste
                    {"latest": "total", "gte": "4.00"} | {"latest": "total"} | /entitlements/0/grant
                    {"latest": "total", "gte": "4.00"} | {"latest": "total", "gte": "4.00", "lt": "5.00"} | /entitlements/0/grant
                    {"mean": 7, "of": "total", "gte": "4.25"} | {"mean": 7, "of": {"latest": "total", "gte": "4.25"}, "gte": "4.25"} | /entitlements/2/grant
                    "belowRun": 7, "of": {"mean": 7, "of": "total", "lt": "4.25"} | "belowRun": 7, "of": "total" | /entitlements/2/revoke
                    "belowRun": 7, "of": {"mean": 7, "of": "total", "lt": "4.25"} | "belowRun": 300, "of": {"belowRun": 300, "of": {"mean": 203, "of": "total", "lt": "4.25"}} | /entitlements/2/revoke must look back over 800 days at most, looks back over 801
                    {"latest": "total", "gte": "4.00"} | {"passes": 4, "ofMonths": 3, "of": {"latest": "total", "gte": "4.00"}} | /entitlements/0/grant/passes must not be above ofMonths 3, was 4
                    {"latest": "total", "gte": "4.00"} | {"all": [{"passes": 4, "ofMonths": 3, "of": {"latest": "total", "gte": "4.00"}}]} | /entitlements/0/grant/all/0/passes must not be above ofMonths 3, was 4
                    {"latest": "total", "gte": "4.00"} | {"passes": 2, "ofMonths": 24, "of": {"mean": 58, "of": "total", "gte": "4.00"}} | /entitlements/0/grant must look back over 800 days at most, looks back over 801
                    {"latest": "total", "gte": "4.00"} | {"passes": 2, "ofMonths": 25, "of": {"latest": "total", "gte": "4.00"}} | /entitlements/0/grant/ofMonths
                    {"latest": "total", "gte": "4.00"} | {"passes": 0, "ofMonths": 2, "of": {"latest": "total", "gte": "4.00"}} | /entitlements/0/grant/passes
                    {"latest": "total", "gte": "4.00"} | {"passes": 1, "of": {"latest": "total", "gte": "4.00"}} | /entitlements/0/grant
                    {"latest": "total", "gte": "4.00"} | {"passes": 1, "ofMonths": 2, "of": "total"} | /entitlements/0/grant
                    {"latest": "total", "gte": "4.00"} | {"passes": 1, "ofMonths": 2, "of": {"latest": "total", "gte": "4.00"}, "gte": "4.00"} | /entitlements/0/grant
                    {"latest": "total", "gte": "4.00"} | {"passes": 1, "ofMonths": 2, "of": {"latest": "taste", "gte": "4.00"}} | /entitlements/0/grant/of/latest must be total, growth, a dimension or a metric, was taste
                    {"latest": "total", "gte": "4.00"} | {"passes": 1, "ofMonths": 2, "of": {"all": [{"passes": 1, "ofMonths": 2, "of": {"latest": "total", "gte": "4.00"}}]}} | /entitlements/0/grant/of/all/0/passes must not stand in belowRun or in other passes
                    {"latest": "total", "gte": "4.00"} | {"belowRun": 3, "of": {"passes": 1, "ofMonths": 2, "of": {"latest": "total", "gte": "4.00"}}} | /entitlements/0/grant/of/passes must not stand in belowRun or in other passes
                    "severeViolation", "days": 30 | "severeViolation", "days": 60 | /entitlements/1/grant
                    "divideBy": "3600"} | "divideBy": "0"} | must be above 0, was "0"
                    "logistics": "0.20" | "物流": "0.20" | p.json:12:16: /dimensions
                    "Asia/Shanghai" | "Europe/Berlin" | p.json:5:14: /timeZone
                    "id": "pickupOnTimeRate" | "id": "logistics" | /metrics/2/id must not be called like a dimension, total or growth
                    "logistics": "0.20" | "total": "0.20" | /dimensions/total must not be called total or growth
                    "effectiveFrom": "2026-01-01" | "effectiveFrom": "2026-02-30" | /effectiveFrom must be a day of the calendar, was 2026-02-30
                    "newShopDays": 90} | "newShopDays": 90, "withheldBy": ["verdict.brushin"]} | /stages/withheldBy/0 withheldBy must name a known measure, was verdict.brushin
                    "newShopDays": 90} | "newShopDays": 90, "withheldBy": ["verdict.brushing", "verdict.fraud-shipment", "verdict.brushing"]} | /stages/withheldBy
                    "newShopDays": 90} | "newShopDays": 90, "withheldBy": "verdict.brushing"} | /stages/withheldBy
                    "unit": "hours" | "unit": "\\u0000" | /unit must not contain U+0000 or half a character
                    "unit": "hours" | "unit": "\\ud83d" | /unit must not contain U+0000 or half a character
                    """)
    void aPolicyThatBreaksARuleIsRefusedWithTheLineAndTheRule(String was, String is, String message) {
        String broken =
                Shipped.document().replaceFirst(Pattern.quote(was), Matcher.quoteReplacement(is == null ? "" : is));

        assertThat(broken).isNotEqualTo(Shipped.document());
        assertThat(faultsOf(broken)).contains(message);
    }

    /** Each row is one fault, and the one line that says so. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"latest": "total", "gte": "4.00"} | {"mean": 0, "of": "total", "gte": "4"} | /entitlements/0/grant/mean must have a minimum value of 1, was 0
                    {"latest": "total", "gte": "4.00"} | {"newest": "total", "gte": "4.00"} | /entitlements/0/grant must have exactly one of latest, mean, everyDay, belowRun, passes, none, all
                    {"latest": "total", "gte": "4.00"} | {"all": [{"latest": "total"}]} | /entitlements/0/grant/all/0 must have exactly one of gte, gt, lte, lt
                    {"latest": "total", "gte": "4.00"} | {"latest": "total", "gte": "4.00", "lt": "5.00"} | /entitlements/0/grant must have exactly one of gte, gt, lte, lt
                    {"latest": "total", "gte": "4.00"} | {"latest": "total", "gte": "5.01"} | /entitlements/0/grant/gte must lie on the scale up to 5, was 5.01
                    {"shopFlag": "remoteAreaService"} | {"shopFlag": "vip", "ratioOf": ["order.paid", "order.signed"], "gte": "1"} | /bonuses/0/when must have exactly one of shopFlag, ratioOf
                    {"shopFlag": "remoteAreaService"} | {} | /bonuses/0/when must have exactly one of shopFlag, ratioOf
                    "nMin": 10 | "nMin": NaN | must be JSON: Non-standard token 'NaN'
                    "dimension": "logistics", "weight": "0.30" | "dimension": "logistics", "dimension": "goods", "weight": "0.30" | must be JSON: Duplicate Object property "dimension"
                    """)
    void aFaultIsSaidOnceAndPlainly(String was, String is, String message) {
        String broken = Shipped.document().replaceFirst(Pattern.quote(was), Matcher.quoteReplacement(is));

        assertThat(faultsOf(broken).lines()).singleElement().asString().endsWith(message);
    }

    @Test
    void aDocumentThatIsTooDeepIsRefusedWithoutTheReadersOwnWords() {
        assertThat(faultsOf("[".repeat(2_000)))
                .endsWith("must be JSON that is not so deep, with numbers and texts that are not so long");
    }

    /** Each row breaks the official fixed points in one place. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "points": "4.50" | "points": "5.50" | /fallback/points must be points that the knots of productRating can give, was 5.50
                    "slowOrdersBelow": 300 | "slowOrdersBelow": 501 | /fallback/slowOrdersBelow must not be above ordersBelow 500, was 501
                    {"productRating": "review.negative"} | {} | fixed needs a measure of the bad cases of productRating
                    "review.negative"} | "review.awful"} | /fallback/badMeasures/productRating must name a known measure, was review.awful
                    {"chatDissatisfactionRate": 3} | {"chatSatisfaction": 3} | must name metrics of the policy, names chatSatisfaction
                    "badAtMost": 3 | "badAtMost": -1 | /fallback/badAtMost
                    "slowCategories": ["furniture"] | "slowCategories": ["家具"] | /fallback/slowCategories/0
                    "ordersBelow": 500, | "ordersBelow": 500, "unless": "rain", | /fallback
                    """)
    void fixedPointsThatTheEngineCannotTellAreRefused(String was, String is, String message) {
        String broken = Shipped.fixedDocument().replaceFirst(Pattern.quote(was), Matcher.quoteReplacement(is));

        assertThat(faultsOf(Shipped.fixedDocument())).isEmpty();
        assertThat(broken).isNotEqualTo(Shipped.fixedDocument());
        assertThat(faultsOf(broken)).contains(message);
    }

    /** Each row breaks weights of two categories that are well in one place. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "goods": "0.44" | "goods": "0.43" | p.json:13:60: /categoryWeights/0/dimensions weights must sum to 1, sum to 0.99
                    "goods": "0.44", |  | /categoryWeights/0/dimensions must name every dimension, lacks goods
                    {"goods": "0.44", "logistics": "0.20", "service": "0.36"} | {} | /categoryWeights/0/dimensions must name every dimension, lacks service
                    "goods": "0.44" | "taste": "0.44" | /categoryWeights/0/dimensions/taste must be a dimension, was taste
                    "goods": "0.44" | "goods": 0.44 | /categoryWeights/0/dimensions/goods
                    "productRating": "0.70" | "productRating": "0.69" | /categoryWeights/0/metrics weights of the metrics of goods must sum to 1 with those that are not named, sum to 0.99
                    "productRating": "0.70", |  | /categoryWeights/0/metrics weights of the metrics of goods must sum to 1 with those that are not named, sum to 0.90
                    "refundOnTimeRate": "0.25" | "refundOnTimeRate": "0.26" | /categoryWeights/1/metrics weights of the metrics of service must sum to 1 with those that are not named, sum to 1.01
                    "productRating": "0.70" | "rating": "0.70" | /categoryWeights/0/metrics/rating must be a metric of the policy, was rating
                    "productRating": "0.70" | "productRating": "-0.70" | /categoryWeights/0/metrics/productRating
                    {"refundOnTimeRate": "0.25", "complaintOnTimeRate": "0.10"} | {} | /categoryWeights/1/metrics
                    , "metrics": {"refundOnTimeRate": "0.25", "complaintOnTimeRate": "0.10"} |  | /categoryWeights/1 must give weights of dimensions, of metrics or of both
                    "category": "food", |  | /categoryWeights/1
                    "category": "food" | "category": "食品" | /categoryWeights/1/category
                    "category": "food" | "category": "fashion" | /categoryWeights/1/category must be unique, fashion was there before
                    "category": "food", | "category": "food", "bonus": "0.1", | /categoryWeights/1
                    """)
    void weightsOfCategoriesThatDoNotShareOutTheWholeAreRefused(String was, String is, String message) {
        String both = Shipped.documentWeighing(Shipped.bothWeights("fashion") + """
                , {"category": "food", "metrics": {"refundOnTimeRate": "0.25", "complaintOnTimeRate": "0.10"}}""");
        String broken = both.replaceFirst(Pattern.quote(was), Matcher.quoteReplacement(is == null ? "" : is));

        assertThat(faultsOf(both)).isEmpty();
        assertThat(broken).isNotEqualTo(both);
        assertThat(faultsOf(broken)).contains(message);
    }

    /** A document cannot know which categories there are. */
    @Test
    void aCategoryThatNobodyHasHeardOfMayHaveWeights() {
        assertThat(faultsOf(Shipped.documentWeighing(Shipped.bothWeights("unheard-of"))))
                .isEmpty();
    }

    @Test
    void allFaultsAreToldAtOnceInReadingOrder() {
        String broken = Shipped.document()
                .replace("\"goods\": \"0.45\"", "\"goods\": \"0.40\"")
                .replace("\"Asia/Shanghai\"", "\"UTC\"")
                .replace("\"complaint.due\"", "\"complaint.open\"")
                .replace("\"trafficWeight\": \"1.20\"", "\"trafficWeight\": \"much\"");

        assertThat(faultsOf(broken).lines())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("p.json:5:").contains("/timeZone"),
                        second -> assertThat(second).startsWith("p.json:12:").contains("sum to 0.95"),
                        third -> assertThat(third).startsWith("p.json:25:").contains("complaint.open"),
                        fourth -> assertThat(fourth).startsWith("p.json:47:").contains("/levels/5/trafficWeight"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"a\": 1,\n \"a\": 2}', p.json:2:",
        "'{\"a\": ', p.json:1:",
        "'', p.json:1:1:",
        "'[]', p.json:1:1:",
        "'评分', p.json:1:"
    })
    void whatIsNoPolicyAtAllIsRefusedWithItsPlace(String document, String start) {
        assertThat(faultsOf(document)).startsWith(start).doesNotContain("Exception", "tools.jackson");
    }

    @Test
    void whatIsNestedTooDeepIsRefused() {
        String deep = "{\"all\": [".repeat(2_000) + "]}".repeat(2_000);

        assertThat(faultsOf(Shipped.document()
                        .replaceFirst(
                                "\"entitlements\": \\[", "\"entitlements\": [" + Matcher.quoteReplacement(deep) + ",")))
                .startsWith("p.json:");
    }

    @Test
    void aMessageNeverNamesAClass() {
        assertThatExceptionOfType(BadPolicy.class)
                .isThrownBy(() -> PolicyFile.read("p.json", Shipped.document().replace("\"0.60\"", "\"heavy\"")))
                .satisfies(bad -> assertThat(bad.getMessage()).doesNotContain("java.", "org.", "com."));
    }

    private static String faultsOf(String document) {
        BadPolicy bad = catchThrowableOfType(BadPolicy.class, () -> PolicyFile.read("p.json", document));
        return bad == null ? "" : bad.getMessage();
    }
}
