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
                "metrics/complaintOnTimeRate/nMin | metric On-time complaint rate, smallest sample nMin: 1 → 2 | 指标“投诉及时处理率”，最小样本量：1 → 2",
                "deductionGroups/CONDUCT/cap | deduction group CONDUCT, cap: 1 → 2 | 扣分组“CONDUCT”，扣分上限：1 → 2"
            })
    void aChangeOfAFieldIsToldByItsNameInBothLanguages(String path, String en, String zh) {
        var change = new Change(List.of(path.split("/", -1)), Optional.of("1"), Optional.of("2"));

        assertThat(new DiffSentences(Language.EN).of(change)).isEqualTo(en);
        assertThat(new DiffSentences(Language.ZH).of(change)).isEqualTo(zh);
    }

    @Test
    void bothLanguagesNameTheSameFields() {
        assertThat(ResourceBundle.getBundle("policy.diff", Locale.ENGLISH).keySet())
                .isEqualTo(
                        ResourceBundle.getBundle("policy.diff", Locale.CHINESE).keySet());
    }
}
