package org.shopscore.logistics.masking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class MaskingTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/masking/texts.csv", delimiter = '|', maxCharsPerColumn = 1000)
    void personalDataIsMaskedAndTheRestIsKept(String text, String masked) {
        assertThat(Masking.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/masking/texts.csv", delimiter = '|', maxCharsPerColumn = 1000)
    void whatIsMaskedStaysAsItIs(String text, String masked) {
        assertThat(Masking.mask(masked)).isEqualTo(masked);
    }

    @Test
    void aTextIsOneLineWithoutControlCharactersAndNotTooLong() {
        assertThat(Masking.mask(" 到\u0000达\n【深圳】\t ")).isEqualTo("到 达 【深圳】");
        assertThat(Masking.mask("𠮷".repeat(600)).codePointCount(0, 1000)).isEqualTo(500);
    }

    @Test
    void aHostileTextIsMaskedInTime() {
        var text = "1 ".repeat(20_000) + "签收人".repeat(5_000) + "a@".repeat(5_000) + "某".repeat(20_000);
        long start = System.nanoTime();
        Masking.mask(text);
        assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds").isLessThan(2_000);
    }
}
