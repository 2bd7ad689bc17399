package org.shopscore.aggregator.policy.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.language.Language;
import org.shopscore.aggregator.policy.diff.Change;

class DiffSentencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "effectiveFrom | effective from: 1 → 2 | 生效日期：1 → 2",
                "stages/growthScoreReduced | stages, reduced growth score: 1 → 2 | 阶段，成长分（减）：1 → 2",
                "stages/withheldBy | stages, verdicts that withhold the score: 1 → 2 | 阶段，暂不出分的判定：1 → 2",
                "metrics/complaintOnTimeRate/nMin | metric On-time complaint rate, smallest sample nMin: 1 → 2 | 指标“投诉及时处理率”，最小样本量：1 → 2",
                "metrics/refundOnTimeRate/maturityDays | metric On-time refund rate, days until facts count: 1 → 2 | 指标“退款及时率”，成熟期天数：1 → 2",
                "deductionGroups/CONDUCT/cap | deduction group CONDUCT, cap: 1 → 2 | 扣分组“CONDUCT”，扣分上限：1 → 2",
                "categoryWeights/fashion/dimensions/goods | in the category fashion, weight of the goods dimension: 1 → 2 | 类目“fashion”，商品体验分的权重：1 → 2",
                "categoryWeights/fashion/metrics/productRating | in the category fashion, weight of the metric Product rating: 1 → 2 | 类目“fashion”，指标“商品评分”的权重：1 → 2"
            })
    void aChangeOfAFieldIsToldByItsNameInBothLanguages(String path, String en, String zh) {
        var change = new Change(List.of(path.split("/", -1)), Optional.of("1"), Optional.of("2"));

        assertThat(new DiffSentences(Language.EN).of(change)).isEqualTo(en);
        assertThat(new DiffSentences(Language.ZH).of(change)).isEqualTo(zh);
    }

    @Test
    void aWeightOfACategoryThatIsNewOrGoneIsToldInBothLanguages() {
        var path = List.of("categoryWeights", "dresses", "metrics", "qualityReturnRate");
        var added = new Change(path, Optional.empty(), Optional.of("0.30"));
        var removed = new Change(path, Optional.of("0.30"), Optional.empty());

        assertThat(new DiffSentences(Language.ZH).of(added)).isEqualTo("类目“dresses”，指标“品质退货率”的权重：新增，0.30");
        assertThat(new DiffSentences(Language.ZH).of(removed)).isEqualTo("类目“dresses”，指标“品质退货率”的权重：删除，原为 0.30");
        assertThat(new DiffSentences(Language.EN).of(added))
                .isEqualTo("in the category dresses, weight of the metric Quality return rate: new, 0.30");
        assertThat(new DiffSentences(Language.EN).of(removed))
                .isEqualTo("in the category dresses, weight of the metric Quality return rate: gone, was 0.30");
    }

    @Test
    void bothLanguagesNameTheSameFields() {
        assertThat(ResourceBundle.getBundle("policy.diff", Locale.ENGLISH).keySet())
                .isEqualTo(
                        ResourceBundle.getBundle("policy.diff", Locale.CHINESE).keySet());
    }
}
