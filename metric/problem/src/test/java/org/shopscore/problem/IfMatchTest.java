package org.shopscore.problem;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "*", "\"6\", \"7\""})
    void anEditMadeFromTheStoredVersionIsTaken(String given) {
        assertThatCode(() -> IfMatch.require(given, 7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'\"6\"',     412, version-differs",
                "'\"70\"',    412, version-differs",
                "'7',         400, invalid-field",
                "'W/\"7\"',   400, invalid-field",
                "'\"七\"',    400, invalid-field",
                "'\"7\",',    400, invalid-field",
                "'',          400, invalid-field"
            })
    void anyOtherEditIsRefused(String given, int status, String code) {
        assertThatThrownBy(() -> IfMatch.require(given, 7))
                .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                .returns(status, Refused::status)
                .returns(code, Refused::code);
    }

    @Test
    void anEditWithoutAVersionIsRefused() {
        assertThatThrownBy(() -> IfMatch.require(null, 7))
                .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                .returns(428, Refused::status)
                .returns("version-required", Refused::code);
    }
}
