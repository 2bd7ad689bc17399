package org.shopscore.aggregator.explanation.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shopscore.aggregator.explanation.breakdown.Breakdown;
import org.shopscore.aggregator.language.Language;
import org.shopscore.aggregator.policy.Level;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.file.PolicyFile;
import org.shopscore.aggregator.policy.metric.Metric;
import org.shopscore.aggregator.score.Matured;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.score.WithheldBy;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.score.window.DayAmounts;
import org.shopscore.aggregator.score.window.Sums;
import org.shopscore.aggregator.score.window.WindowSums;

class SentencesTest {

    private final Sentences sentences = new Sentences(Shipped.POLICY);

    @Test
    void theFullScoreIsToldInChinese() {
        assertThat(told(Language.ZH, Window.example()))
                .containsExactly(
                        "近30天体验分 4.59，等级“良好”。",
                        "商品评分 4.68（样本 400），得 4.4487 分，使总分少 0.1489。",
                        "品质退货率 0.60%（样本 1500），得 4.6762 分，使总分少 0.0583。",
                        "投诉及时处理率 90.00%（样本 20），得 4.0000 分，使总分少 0.0525。");
    }

    @Test
    void theFullScoreIsToldInEnglish() {
        assertThat(told(Language.EN, Window.example().with("verdict.invoice-refused", 1)))
                .startsWith(
                        "The experience score of the last 30 days is 4.44, level \"good\".",
                        "Product rating 4.68 (400 cases) earns 4.4487 points and costs 0.1489 of the total.")
                .endsWith("Deducted for violations: -0.1500.");
    }

    @Test
    void aSmallSampleSaysByHowMuchItIsPadded() {
        assertThat(told(
                        Language.ZH,
                        Window.example()
                                .with("chat.sessions-rated", 2)
                                .with("chat.sessions-dissatisfied", 2)
                                .with("review.stars", 2000)
                                .with("goods.quality-returns", 0)
                                .with("complaint.on-time", 20)
                                .with("delivery.on-time", 1500)
                                .with("chat.turns-within-3min", 2000)))
                .anySatisfy(sentence -> assertThat(sentence)
                        .isEqualTo(
                                "会话不满意率 100.00%（样本 2，不足 30：缺少的部分占 93.3%，按参考水平补齐，计为 14.13%），得 4.5500 分，使总分少 0.0236。"));
    }

    @Test
    void withoutDataNothingIsSaidToBeZero() {
        assertThat(told(Language.EN, new Window().with("order.paid", 3)))
                .startsWith(
                        "With 3 valid paid orders in the last 30 days, fewer than 30, the growth score 4.25 holds, level \"good\", and is not shown to consumers.",
                        "What follows does not count in a total yet; it does in the formal stage, from 30 valid paid orders in 30 days on.")
                .contains("Product rating: there is no data, and the reference value 4.70 earns 4.5480 points.");
    }

    @Test
    void ofAGrowingShopFactsAreToldThatCostItsFixedScoreNothing() {
        assertThat(told(Language.ZH, growing().with("verdict.invoice-refused", 1), "returnFreightInsurance"))
                .containsExactly(
                        "近30天有效支付订单 3 单，不足 30 单：按成长分 4.00 计，等级“合格”，不对消费者展示。",
                        "成长分取较低的 4.00（否则为 4.25），原因：近30天有差行为。",
                        "以下各项暂不计入总分，进入正式阶段（近30天有效支付订单满 30 单）后才计入。",
                        "品质退货率暂无数据，按参考值 1.00% 计，得 4.2952 分。",
                        "商品评分暂无数据，按参考值 4.70 计，得 4.5480 分。",
                        "三分钟人工回复率暂无数据，按参考值 85.00% 计，得 4.2500 分。",
                        "加分项“退货运费险”已获得（总分 +0.10），暂不计入。",
                        "近30天违规应扣 0.1500，暂不从总分中扣除。");
    }

    @Test
    void theLowerGrowthScoreIsExplainedByWhatLoweredIt() {
        var slow = growing().with("chat.turns", 40).with("chat.turns-within-3min", 10);
        assertThat(told(Language.ZH, slow))
                .contains("成长分取较低的 4.00（否则为 4.25），原因：三分钟人工回复率样本充足（40），仅得 1.2500 分，低于 3.0000。");
        assertThat(told(Language.EN, slow.with("verdict.invoice-refused", 1)))
                .contains(
                        "It is the lower growth score, 4.00 instead of 4.25: there was bad behaviour in the last 30 days; Three-minute human reply rate has enough cases (40) and earns 1.2500 points, less than 3.0000.");
        assertThat(told(Language.ZH, growing())).noneMatch(sentence -> sentence.contains("较低"));
    }

    @Test
    void withoutAScoreNothingCostsOrGivesAnything() {
        var closed = new ShopProfile(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), OptionalInt.of(0));
        var sheet = Shipped.score(growing().with("verdict.invoice-refused", 1), Priors.DEFAULT, closed);

        assertThat(told(Language.ZH, sheet, 3))
                .startsWith("无在售商品，近30天有效支付订单 3 单，不足 30 单：暂无体验分。", "以下各项暂不计入总分，进入正式阶段（近30天有效支付订单满 30 单）后才计入。")
                .endsWith("近30天违规应扣 0.1500，暂不从总分中扣除。")
                .noneMatch(sentence -> sentence.contains("使总分") || sentence.contains("成长分"));
    }

    @Test
    void whatAVerdictWithholdsIsSaidToEndAndNothingCostsOrGivesAnything() {
        var sheet = WithheldBy.score(Window.example().with("verdict.brushing", 1));

        assertThat(told(Language.ZH, sheet, 1600))
                .startsWith("近30天内有操纵判定，在其满30天或申诉成立之前暂不出分；以下各项仅供参考。", "商品评分 4.68（样本 400），得 4.4487 分。")
                .endsWith("近30天违规应扣 0.7500，暂不从总分中扣除。")
                .noneMatch(sentence -> sentence.contains("使总分") || sentence.contains("正式阶段"));
        assertThat(told(Language.EN, sheet, 1600))
                .startsWith(
                        "A verdict of manipulation counts in the last 30 days: the score is withheld until it has left them or an appeal is upheld; what follows is information only.",
                        "Product rating 4.68 (400 cases) earns 4.4487 points.")
                .noneMatch(sentence -> sentence.contains("costs") || sentence.contains("formal stage"));
    }

    @Test
    void ofAWithheldScoreOnlyFactsAreTold() {
        var sheet = Shipped.score(Window.example().with("verdict.invoice-refused", 1));
        var breakdown = Breakdown.of(sheet, Shipped.POLICY.scale().max());

        assertThat(sentences.withheld(sheet, breakdown).get("zh"))
                .startsWith("当日必要数据尚未到齐，暂不出分；以下各项仅供参考。", "商品评分 4.68（样本 400），得 4.4487 分。")
                .endsWith("近30天违规应扣 0.1500，暂不从总分中扣除。");
    }

    @Test
    void fixedPointsSayWhetherOrdersOrCasesAreFew() {
        assertThat(toldOfFixed(
                        Language.ZH, Window.example().with("order.paid", 40).with("goods.quality-returns", 3)))
                .anySatisfy(said -> assertThat(said).startsWith("品质退货率因有效订单少且差例少，按固定分 4.5000 计"));
        assertThat(toldOfFixed(
                        Language.EN, Window.example().with("order.paid", 40).with("goods.quality-returns", 3)))
                .anySatisfy(said -> assertThat(said)
                        .startsWith("Quality return rate earns the fixed 4.5000 points, as the shop has few orders"));

        Window rated = prompt().with("pickup.on-time", 1600).with("chat.sessions-rated", 2);
        assertThat(toldOfFixed(Language.ZH, rated)).last().asString().startsWith("会话不满意率样本过少（2），按固定分 4.5000 计");
        assertThat(toldOfFixed(Language.EN, rated))
                .last()
                .asString()
                .startsWith("Chat dissatisfaction rate has too few cases (2) and earns the fixed 4.5000 points");
    }

    private static List<String> toldOfFixed(Language language, Window sums) {
        Policy fixed = PolicyFile.read("fixed.json", Shipped.fixedDocument());
        var sheet = new ScoreEngine(fixed).score(sums, Priors.DEFAULT, ShopProfile.UNKNOWN, Shipped.DAY);
        return new Sentences(fixed)
                .of(language, sheet, Breakdown.of(sheet, fixed.scale().max()), sums.sum("order.paid"));
    }

    @Test
    void oneOfAKindIsNotSaidAsMany() {
        var one = new Window().with("order.paid", 1).with("complaint.due", 1);

        assertThat(told(Language.EN, one))
                .anySatisfy(sentence ->
                        assertThat(sentence).startsWith("With 1 valid paid order in the last 30 days, fewer than 30,"))
                .anySatisfy(sentence ->
                        assertThat(sentence).startsWith("On-time complaint rate 0.00% (1 case, fewer than 10:"));
        assertThat(told(
                        Language.EN,
                        one.with("order.paid", 1000).with("complaint.due", 1234).with("complaint.on-time", 617)))
                .contains(
                        "On-time complaint rate 50.00% (1234 cases) earns 2.1429 points and costs 0.1500 of the total.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 退款及时率（统计截至1天前的30天） 80.00%（样本 100） | On-time refund rate (of the 30 days that ended 1 day earlier) 80.00% (100 cases) earns",
                "7 | 退款及时率（统计截至7天前的30天） 80.00%（样本 100） | On-time refund rate (of the 30 days that ended 7 days earlier) 80.00% (100 cases) earns"
            })
    void whatMaturesSaysOfWhichDaysItIs(int days, String zh, String en) {
        Policy policy = PolicyFile.read("p.json", Matured.document(days));
        var amounts = Map.of(
                Shipped.DAY,
                Map.of("order.paid", 40L),
                Shipped.DAY.minusDays(days),
                Map.of("refund.due", 100L, "refund.on-time", 80L));
        Sums sums = new DayAmounts(new TreeMap<>(amounts)).windowEnding(Shipped.DAY, policy.maturities());
        var sheet = new ScoreEngine(policy).score(sums, Priors.DEFAULT, ShopProfile.UNKNOWN, Shipped.DAY);
        var matured = new Sentences(policy);

        assertThat(matured.of(
                        Language.ZH, sheet, Breakdown.of(sheet, policy.scale().max()), 40))
                .anySatisfy(said -> assertThat(said).startsWith(zh));
        assertThat(matured.of(
                        Language.EN, sheet, Breakdown.of(sheet, policy.scale().max()), 40))
                .anySatisfy(said -> assertThat(said).startsWith(en));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "remoteAreaService | 加分项“偏远地区服务”：物流体验分 +0.15。 | Bonus \"service in remote areas\": +0.15 on the logistics dimension.",
                "returnFreightInsurance | 加分项“退货运费险”：总分 +0.10。 | Bonus \"return freight insurance\": +0.10 on the total."
            })
    void aBonusSaysWhatItIsAddedTo(String flag, String zh, String en) {
        assertThat(told(Language.ZH, Window.example(), flag)).endsWith(zh);
        assertThat(told(Language.EN, Window.example(), flag)).endsWith(en);
    }

    @Test
    void aBonusAddsNoMoreThanTheScaleHasLeftAndWhatItMakesGoodCostsNothing() {
        var nearlyFull = Window.example()
                .with("review.stars", 2000)
                .with("goods.quality-returns", 0)
                .with("delivery.next-day", 300);

        assertThat(told(Language.EN, nearlyFull, "returnFreightInsurance"))
                .containsExactly(
                        "The experience score of the last 30 days is 5.00, level \"outstanding\".",
                        "On-time complaint rate 90.00% (20 cases) earns 4.0000 points.",
                        "On-time delivery rate 90.00% (1500 cases) earns 4.6305 points.",
                        "Three-minute human reply rate 90.00% (2000 cases) earns 4.5000 points.",
                        "Bonus \"share of next-day deliveries\": +0.2055 on the total instead of +0.25, as points are capped at 5.",
                        "Bonus \"return freight insurance\": +0.00 on the total instead of +0.10, as points are capped at 5.");
        assertThat(told(Language.ZH, nearlyFull))
                .contains("投诉及时处理率 90.00%（样本 20），得 4.0000 分。")
                .endsWith("加分项“次日达占比”：总分 +0.2055（原为 +0.25，封顶 5 分）。");
    }

    @Test
    void whatABonusMakesGoodInPartCostsTheRest() {
        var fuller = Window.example().with("review.stars", 2000).with("delivery.next-day", 300);

        assertThat(told(Language.EN, fuller))
                .contains(
                        "Quality return rate 0.60% (1500 cases) earns 4.6762 points and costs 0.0138 of the total.",
                        "Bonus \"share of next-day deliveries\": +0.25 on the total.");
    }

    @Test
    void aBonusOnADimensionAddsNoMoreThanTheDimensionHasLeft() {
        var prompt = prompt();

        assertThat(told(Language.EN, prompt, "remoteAreaService"))
                .endsWith(
                        "On-time pickup rate 92.19% (1600 cases) earns 4.8342 points.",
                        "Bonus \"service in remote areas\": +0.0497 on the logistics dimension instead of +0.15, as points are capped at 5.");
        assertThat(told(Language.EN, prompt))
                .endsWith("On-time pickup rate 92.19% (1600 cases) earns 4.8342 points and costs 0.0099 of the total.");
    }

    @Test
    void deductionsTakeNoMoreThanThereIsAndWhatTheyWouldTakeAnywayCostsNothing() {
        var bad = Window.example()
                .with("review.stars", 1200)
                .with("goods.quality-returns", 1500)
                .with("verdict.invoice-refused", 5)
                .with("verdict.brushing", 1)
                .with("verdict.false-advertising", 1)
                .with("verdict.fraud-shipment", 1)
                .with("verdict.brand-confusion", 1);

        assertThat(told(Language.EN, bad))
                .containsExactly(
                        "The experience score of the last 30 days is 0.00, level \"termination risk\".",
                        "Product rating 3.00 (400 cases) earns 0.0000 points and costs 0.8945 of the total.",
                        "Quality return rate 100.00% (1500 cases) earns 0.0000 points and costs 0.4445 of the total.",
                        "On-time complaint rate 90.00% (20 cases) earns 4.0000 points.",
                        "Deducted for violations: -2.5445 instead of -3.0000, as points do not go below 0.");
        assertThat(told(Language.ZH, bad)).endsWith("违规扣分：-2.5445（应扣 3.0000，最低 0 分）。");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachMetricAndLevelOfTheShippedPolicyHasAName(Language language) {
        assertThat(Shipped.POLICY.metrics())
                .extracting(Metric::id)
                .allSatisfy(id -> assertThat(language.name("metric", id)).isNotEqualTo(id));
        assertThat(Shipped.POLICY.levels())
                .extracting(Level::code)
                .allSatisfy(code -> assertThat(language.name("level", code)).isNotEqualTo(code));
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(ResourceBundle.getBundle("explanation.sentences", java.util.Locale.SIMPLIFIED_CHINESE)
                        .keySet())
                .isEqualTo(ResourceBundle.getBundle("explanation.sentences", java.util.Locale.ENGLISH)
                        .keySet());
    }

    static List<Language> languages() {
        return Language.ALL;
    }

    /** Full marks but for pickups. */
    private static Window prompt() {
        return new Window()
                .with("order.paid", 1600)
                .with("pickup.on-time", 1475)
                .with("pickup.due", 1600)
                .with("delivery.on-time", 1500)
                .with("delivery.due", 1500)
                .with("review.stars", 2000)
                .with("review.orders-rated", 400)
                .with("order.signed", 1500)
                .with("chat.turns-within-3min", 2000)
                .with("chat.turns", 2000)
                .with("chat.sessions-rated", 150)
                .with("case.ratings-satisfied", 200)
                .with("case.ratings", 200)
                .with("refund.on-time", 100)
                .with("refund.due", 100)
                .with("complaint.on-time", 20)
                .with("complaint.due", 20)
                .with("help.orders-asking", 500);
    }

    /** Nothing is known of it but three orders. */
    private static Window growing() {
        return new Window().with("order.paid", 3);
    }

    private List<String> told(Language language, WindowSums sums) {
        return told(language, Shipped.score(sums), sums.sum("order.paid"));
    }

    private List<String> told(Language language, WindowSums sums, String flag) {
        return told(language, Shipped.score(sums, flag), sums.sum("order.paid"));
    }

    private List<String> told(Language language, ScoreSheet sheet, long orders) {
        return sentences.of(
                language, sheet, Breakdown.of(sheet, Shipped.POLICY.scale().max()), orders);
    }
}
