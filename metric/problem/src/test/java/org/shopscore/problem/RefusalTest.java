package org.shopscore.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.MetricEvent;

class RefusalTest {

    private record Named(@ShopId String shopId) {}

    private record All(List<@ShopId String> shopIds) {}

    @Test
    void aRefusedFieldIsNamedWithWhatWasGiven() {
        var refusal = Refusal.of(Refused.field(422, "time-too-old", "paidAt", "must lie nearer", "昨天"));
        assertThat(refusal)
                .contains(new Refusal(
                        "time-too-old",
                        "paidAt must lie nearer",
                        List.of(new FieldError("paidAt", "must lie nearer", "昨天"))));
    }

    @Test
    void aRefusalOfTheWholeNamesNoField() {
        assertThat(Refusal.of(new Refused(409, "order-differs", "it exists")))
                .contains(new Refusal("order-differs", "it exists", List.of()));
    }

    @Test
    void aBrokenConstraintABrokenBoundAndBadJsonAreRefusals() {
        try (var validators = Validation.buildDefaultValidatorFactory()) {
            var broken = validators.getValidator().validate(new Named("店铺"));
            assertThat(Refusal.of(new ConstraintViolationException(broken))
                            .orElseThrow()
                            .errors())
                    .extracting(FieldError::field)
                    .containsExactly("shopId");
        }
        var bound = catchThrowable(() -> MetricEvent.requireShopId("no shop"));
        assertThat(Refusal.of(bound).orElseThrow().code()).isEqualTo("bound-broken");
        var unreadable = catchThrowable(() -> new ObjectMapper().readTree("{"));
        assertThat(Refusal.of(unreadable).orElseThrow().code()).isEqualTo("malformed-json");
    }

    @Test
    void ofManyBadFieldsTheFirstAreListedAndItIsSaidHowManyMoreThereAre() {
        try (var validators = Validation.buildDefaultValidatorFactory()) {
            var broken = validators.getValidator().validate(new All(Collections.nCopies(203, "店铺")));
            var refusal = Refusal.of(new ConstraintViolationException(broken)).orElseThrow();
            assertThat(refusal.errors()).hasSize(100);
            assertThat(refusal.detail()).endsWith("; and 103 more");

            var few = validators.getValidator().validate(new All(Collections.nCopies(100, "店铺")));
            refusal = Refusal.of(new ConstraintViolationException(few)).orElseThrow();
            assertThat(refusal.errors()).hasSize(100);
            assertThat(refusal.detail()).doesNotContain("more");
        }
    }

    @Test
    void aFaultIsNoRefusal() {
        assertThat(Refusal.of(new IllegalStateException("secret"))).isEmpty();
        assertThat(Refusal.of(new IOException("gone"))).isEmpty();
    }
}
