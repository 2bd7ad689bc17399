package org.shopscore.aggregator.policy.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.policy.Scale;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.shop.ShopProfile;

/** The official 100-point examples EX-1 to EX-3 as policies of their own, to the digit; and what of them no policy can say. */
class OfficialExamplesTest {

    private static final String STEPS = "ex-1-official-steps";
    private static final String CAP = "ex-3-bonus-and-cap";

    @Test
    void theShopThatWasObservedEarnsFullMarks() {
        var shop = new Window()
                .with("review.stars", 48_702)
                .with("review.orders-rated", 10_000)
                .with("goods.quality-returns", 6)
                .with("order.signed", 3067)
                .with("pickup.on-time", 3196)
                .with("pickup.due", 3196)
                .with("delivery.on-time", 2889)
                .with("delivery.due", 3016)
                .with("order.logistics-fault-returns", 1)
                .with("order.paid", 4212)
                .with("chat.reply-seconds", 106_823)
                .with("chat.turns", 10_063)
                .with("refund.on-time", 1563)
                .with("refund.due", 1635);
        ScoreSheet sheet = score(STEPS, shop, Set.of());

        assertThat(sheet.metrics())
                .extracting(metric -> metric.used().rounded(6).toPlainString())
                .containsExactly(
                        "4.870200", "0.195631", "100.000000", "95.789125", "0.023742", "10.615423", "95.596330");
        assertThat(sheet.metrics())
                .allSatisfy(metric -> assertThat(metric.points()).isEqualTo("100.0000"));
        assertThat(sheet.result().orElseThrow().published()).isEqualTo("100.00");
    }

    @ParameterizedTest
    @CsvSource({
        "ex-2-womens-clothes, 10, 10, 7, 3, 88.00",
        "ex-2-womens-clothes-flagship, 10, 10, 7, 3, 85.00",
        "ex-2-medicine, 10, 10, 7, 3, 86.00",
        "ex-2-womens-clothes-flagship, 10, 10, 2, 1, 95.00"
    })
    void eachIndustryWeighsTheServiceInAPolicyOfItsOwn(
            String policy, long dissatisfied, long replySeconds, long auditHours, long escalated, String total) {
        var shop = new Window()
                .with("order.paid", 100)
                .with("chat.sessions-dissatisfied", dissatisfied)
                .with("chat.sessions-rated", 100)
                .with("chat.reply-seconds", replySeconds * 100)
                .with("chat.turns", 100)
                .with("case.audit-seconds", auditHours * 3600 * 50)
                .with("case.audited", 50)
                .with("help.orders-escalated", escalated)
                .with("help.orders-asking", 100);

        assertThat(score(policy, shop, Set.of()).result().orElseThrow().published())
                .isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource({"0, 87.8400", "2, 83.8400", "7, 77.8400"})
    void bonusesLiftTheTotalAndVerdictsAreCapped(long verdicts, String total) {
        var shop = new Window()
                .with("order.paid", 100)
                .with("inspection.passed", 76)
                .with("inspection.sampled", 100)
                .with("delivery.on-time", 93)
                .with("delivery.due", 100)
                .with("refund.on-time", 80)
                .with("refund.due", 100)
                .with("delivery.next-day", 23)
                .with("order.signed", 100)
                .with("verdict.abnormal-return-address", verdicts);
        ScoreSheet sheet = score(CAP, shop, Set.of("returnFreightInsurance"));

        assertThat(sheet.base()).isEqualTo("80.8400");
        assertThat(sheet.result().orElseThrow().total()).isEqualTo(total);
    }

    @Test
    void aGrowingShopIsReducedBelowTheBarOfTheScale() {
        var shop =
                new Window().with("order.paid", 29).with("refund.on-time", 49).with("refund.due", 100);
        assertThat(score(CAP, shop, Set.of()).result().orElseThrow().published())
                .isEqualTo("60.00");

        shop.with("refund.on-time", 50);
        assertThat(score(CAP, shop, Set.of()).result().orElseThrow().published())
                .isEqualTo("70.00");
    }

    @Test
    void theBarOfGrowingShopsIsThatOfTheScaleUnlessThePolicyGivesOne() {
        String without = document(CAP).replace("\"growthReducedBelow\": \"50\", ", "");
        assertThat(without).isNotEqualTo(document(CAP));
        assertThat(PolicyFile.read(CAP, without).stages().growthBar()).isEqualByComparingTo("50");
        assertThat(Shipped.POLICY.stages().growthBar()).isEqualByComparingTo("3.00");
    }

    @ParameterizedTest
    @CsvSource({"1, 5, 3.00", "20, 100, 50", "0, 10, 6", "2, 12, 8"})
    void theBarOfGrowingShopsIsThatOfTheScalesEndWhereverItBegins(String min, String max, String bar) {
        var scale = new Scale(new BigDecimal(min), new BigDecimal(max));

        assertThat(PolicyReader.growthBar(scale)).isEqualByComparingTo(bar);
    }

    /** Steps, weights by category, rounding to whole points and a table for consumers: nothing that the engine knows. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ["4.640", "70"] | ["4.568", "60"], ["4.640", "70"] | values of the knots of productRating must ascend, was 4.568 after 4.568
                    "dimensions": | "categoryDimensions": {"cross-border-fashion": {"goods": "0.44"}}, "dimensions": | categoryDimensions
                    "published": 2 | "published": 0 | /rounding/published
                    "diagnostics": | "display": [["97", "5.0"]], "diagnostics": | display
                    "kind": "padToCategoryAverage" | "kind": "fixed" | /fallback
                    "cutoff": "06:00:00" | "cutoff": "05:00:00" | /cutoff
                    "publishBy": "11:00:00" | "publishBy": "12:00:00" | /publishBy
                    "growthReducedBelow": "50" | "growthReducedBelow": "101" | /stages/growthReducedBelow must lie on the scale up to 100, was 101
                    "min": "52", "trafficWeight": "0.50" | "min": "52", "trafficWeight": "0.505" | /levels/1/trafficWeight
                    """)
    void whatTheEngineCannotDoIsRefused(String was, String is, String fault) {
        String document = document(STEPS);
        String asks = document.replaceFirst(Pattern.quote(was), Matcher.quoteReplacement(is));
        assertThat(asks).isNotEqualTo(document);

        BadPolicy bad = catchThrowableOfType(BadPolicy.class, () -> PolicyFile.read("p.json", asks));

        assertThat(bad).isNotNull();
        assertThat(bad.getMessage()).contains(fault);
    }

    private static ScoreSheet score(String policy, Window shop, Set<String> flags) {
        var profile = new ShopProfile(Optional.empty(), Optional.empty(), Optional.empty(), flags, OptionalInt.empty());
        return new ScoreEngine(PolicyFile.read(policy, document(policy)))
                .score(shop, Priors.DEFAULT, profile, LocalDate.of(2026, 2, 7));
    }

    private static String document(String policy) {
        try (InputStream in = OfficialExamplesTest.class.getResourceAsStream("/policies/" + policy + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
