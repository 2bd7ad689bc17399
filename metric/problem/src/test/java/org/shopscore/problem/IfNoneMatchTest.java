package org.shopscore.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IfNoneMatchTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "a1"            | true
            W/"a1"          | true
            *               | true
            "b", W/"a1"     | true
            "b" ,"a1"       | true
            "b"             | false
            a1              | false
            "a1             | false
            "a11"           | false
            ``              | false
                            | false
            """)
    void weakAndStrongTagsAreComparedAlike(String given, boolean isKnown) {
        assertThat(IfNoneMatch.knows(given, "a1")).isEqualTo(isKnown);
    }
}
