package org.shopscore.aggregator.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shopscore.aggregator.policy.Level;
import org.shopscore.aggregator.policy.Metric;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.score.WindowSums;

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
                        .isEqualTo("会话不满意率 100.00%（样本 2，不足 30，其中 93.3% 以同类水平补齐为 14.13%），得 4.5500 分，使总分少 0.0236。"));
    }

    @Test
    void withoutDataNothingIsSaidToBeZero() {
        assertThat(told(Language.EN, new Window().with("order.paid", 3)))
                .startsWith(
                        "There were 3 valid paid orders in the last 30 days, fewer than 30: the growth score 4.25 holds, level \"good\", and is not shown to consumers.")
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("There is no data for Product rating: the category's 4.70 holds"));
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

    private List<String> told(Language language, WindowSums sums) {
        var sheet = Shipped.score(sums);
        return sentences.of(
                language, sheet, Breakdown.of(sheet, Shipped.POLICY.scale().max()), sums.sum("order.paid"));
    }
}
