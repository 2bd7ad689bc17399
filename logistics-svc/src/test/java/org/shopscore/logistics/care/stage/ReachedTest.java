package org.shopscore.logistics.care.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachedTest {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "ORDERED, PAID, true",
        "PAID, ORDERED, false",
        "SHIPPED, SHIPPED, false",
        "SHIPPED, PICKED_UP, true",
        "SHIPPED, SIGNED, true",
        "OUT_FOR_DELIVERY, PICKED_UP, false",
        "SIGNED, OUT_FOR_DELIVERY, false",
        "SIGNED, DELAYED, false",
        "SHIPPED, DELAYED, false",
        "SHIPPED, EXCEPTION, false",
        "DELAYED, PICKED_UP, false",
        "DELAYED, SIGNED, true",
        "DELAYED, EXCEPTION, false",
        "EXCEPTION, OUT_FOR_DELIVERY, false",
        "EXCEPTION, SIGNED, true"
    })
    void aStepIsOvertakenByAnyLaterStepAndTroubleByTheSignatureAlone(Stage told, Stage other, boolean overtaken) {
        assertThat(at(told, 0).isOvertakenBy(at(other, 60))).isEqualTo(overtaken);
    }

    @Test
    void aStepIsOvertakenByALaterStepAlsoWhenThatHappenedBefore() {
        assertThat(at(Stage.SHIPPED, 60).isOvertakenBy(at(Stage.SIGNED, 0))).isTrue();
    }

    @Test
    void anExceptionAfterTheSignatureIsNotOvertakenByIt() {
        assertThat(at(Stage.EXCEPTION, 60).isOvertakenBy(at(Stage.SIGNED, 0))).isFalse();
        assertThat(at(Stage.EXCEPTION, 60).isOvertakenBy(at(Stage.SIGNED, 60))).isTrue();
    }

    private static Reached at(Stage stage, long seconds) {
        return new Reached(stage, NOON.plusSeconds(seconds));
    }
}
