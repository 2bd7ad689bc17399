package org.shopscore.logistics.care.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource({
        ", zh-CN, zh-CN zh",
        "en, zh-CN, en zh-CN zh",
        "en-GB, zh-CN, en-GB en zh-CN zh",
        "zh-Hant-HK, en, zh-Hant-HK zh-Hant zh en zh-CN",
        "de, fr, de fr zh-CN"
    })
    void theBuyersLanguageComesBeforeTheShopsAndChineseLast(String buyer, String shop, String expected) {
        assertThat(Languages.of(Optional.ofNullable(buyer), shop)).isEqualTo(List.of(expected.split(" ")));
    }
}
