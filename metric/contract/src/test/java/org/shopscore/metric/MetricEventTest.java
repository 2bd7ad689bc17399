package org.shopscore.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricEventTest {

    private static final Instant TIME = Instant.parse("2026-03-01T04:00:00Z");

    @Test
    void theOldestAndTheNewestDayAllowedAreAccepted() {
        assertThat(event(TIME.minus(Duration.ofDays(1100))).changes()).hasSize(1);
        assertThat(event(TIME.plus(Duration.ofDays(1))).changes()).hasSize(1);
    }

    @Test
    void aDayOutsideTheBoundsIsRefusedWithWhatWasGiven() {
        assertThatThrownBy(() -> event(TIME.minus(Duration.ofDays(1100)).minusNanos(1)))
                .isInstanceOf(BoundBroken.class)
                .hasMessageContaining("2023-02-25T03:59:59.999999999Z");
        assertThatThrownBy(() -> event(TIME.plus(Duration.ofDays(1)).plusNanos(1)))
                .isInstanceOf(BoundBroken.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000_000_000_001L, -1_000_000_000_001L, Long.MIN_VALUE})
    void anAmountOfNothingOrBeyondATrillionIsRefused(long amount) {
        assertThatThrownBy(() -> new Change(TIME, new TreeMap<>(java.util.Map.of("order.paid", amount))))
                .isInstanceOf(BoundBroken.class)
                .hasMessageContaining(Long.toString(amount));
    }

    @Test
    void thirtyTwoMeasuresFitAndThirtyThreeDoNot() {
        assertThat(measures(32).changes().getFirst().measures()).hasSize(32);
        assertThatThrownBy(() -> measures(33)).isInstanceOf(BoundBroken.class).hasMessageContaining("33");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-a", "a/b", "店铺", "a b", "65-65-65-65-65-65-65-65-65-65-65-65-65-65-65-65-65-65-65-65-65-6-"
            })
    void whatCannotBeAShopsIdIsRefused(String shopId) {
        assertThatThrownBy(() -> MetricEvent.requireShopId(shopId)).isInstanceOf(BoundBroken.class);
    }

    @Test
    void whatIsTakenBackMayHaveHappenedJustNowAndNoLater() {
        var taken = Contribution.none().plus(TIME, Measures.ORDER_PAID, -1);
        assertThat(MetricEvent.corrected("s-1", TIME, "order/o-1", "appeal", TIME, taken)
                        .since())
                .contains(TIME);
        assertThatThrownBy(() -> MetricEvent.corrected("s-1", TIME, "order/o-1", "appeal", TIME.plusNanos(1), taken))
                .isInstanceOf(BoundBroken.class)
                .hasMessageContaining("since");
        Instant oldest = TIME.minus(Duration.ofDays(1100));
        assertThat(MetricEvent.corrected("s-1", TIME, "order/o-1", "appeal", oldest, taken)
                        .since())
                .contains(oldest);
        assertThatThrownBy(() -> MetricEvent.corrected("s-1", TIME, "order/o-1", "appeal", Instant.MIN, taken))
                .isInstanceOf(BoundBroken.class);
    }

    private static MetricEvent event(Instant anchoredAt) {
        return MetricEvent.of("s-1", TIME, "order/o-1", Contribution.none().plus(anchoredAt, Measures.ORDER_PAID, 1));
    }

    private static MetricEvent measures(int count) {
        var measures = new TreeMap<String, Long>();
        for (int i = 0; i < count; i++) {
            measures.put("m.n" + i, 1L);
        }
        return new MetricEvent(
                "s-1",
                TIME,
                "order/o-1",
                Optional.empty(),
                Optional.empty(),
                List.of(new Change(TIME, measures)),
                List.of());
    }
}
