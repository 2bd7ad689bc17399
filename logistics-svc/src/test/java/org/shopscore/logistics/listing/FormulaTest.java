package org.shopscore.logistics.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            =1+1           | '=1+1
            +86 138        | '+86 138
            -2             | '-2
            @SUM(A1)       | '@SUM(A1)
            '=1            | ''=1
            顺丰=快          | 顺丰=快
            it's           | it's
            '已签收'        | '已签收'
            ""             | ""
            """)
    void aTextThatWouldRunIsDisarmedAndEveryOtherStaysAsItIs(String text, String cell) {
        assertThat(Formula.disarmed(text)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "'=1", "''=1", "'", "''", "'x", "\t1", "\r1", "-", "", "a", "包裹'=已签收"})
    void whatWasDisarmedIsRestoredToTheLetter(String text) {
        assertThat(Formula.restored(Formula.disarmed(text))).isEqualTo(text);
    }
}
