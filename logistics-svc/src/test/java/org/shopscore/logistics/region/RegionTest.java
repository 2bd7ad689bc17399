package org.shopscore.logistics.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {

    @ParameterizedTest
    @CsvSource({
        "CN,        CN-370112, true",
        "CN-37,     CN-370112, true",
        "CN-3701,   CN-370112, true",
        "CN-370112, CN-370112, true",
        "CN-370112, CN-3701,   false",
        "CN-38,     CN-370112, false",
        "US,        CN,        false"
    })
    void aRegionContainsWhatItsCodeBegins(String one, String other, boolean contains) {
        assertThat(new Region(one).contains(new Region(other))).isEqualTo(contains);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cn", "CN-", "CHN", "CN-3701122222222", "山东", "CN 37"})
    void whatIsNoCodeIsRefused(String code) {
        assertThatThrownBy(() -> new Region(code))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was " + code);
    }

    @Test
    void countriesDivideThemselvesByTheirOwnCodes() {
        assertThat(new Region("US-CA").contains(new Region("US-CA037"))).isTrue();
    }
}
