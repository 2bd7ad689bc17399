package org.shopscore.suite.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The oracle against amounts counted by hand from measures.md. */
class OracleTest {

    private static final Instant NOW = at("2026-03-20T00:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    private final Oracle oracle = new Oracle();

    @Test
    void anOrderInTimeCountsOnTheDaysOfItsSteps() {
        var order = oracle.order("s", "o");
        order.paid(at("2026-03-01T11:00:00Z"), at("2026-03-03T11:00:00Z"), at("2026-03-05T11:00:00Z")); // 19:00
        order.pickedUp(at("2026-03-01T23:00:00Z")); // 07:00 on the 2nd, an hour after the clock began
        order.signed(at("2026-03-02T15:59:59Z")); // still the 2nd
        order.reviewed("b", 5, at("2026-03-03T00:00:00Z"));
        order.reviewed("a", 2, at("2026-03-03T00:00:00Z"));
        assertThat(oracle.measures(NOW).get("s"))
                .isEqualTo(Map.of(
                        FIRST,
                        Map.of("order.paid", 1L),
                        FIRST.plusDays(1),
                        Map.ofEntries(
                                Map.entry("pickup.due", 1L),
                                Map.entry("pickup.on-time", 1L),
                                Map.entry("pickup.done", 1L),
                                Map.entry("pickup.seconds", 3_600L),
                                Map.entry("delivery.due", 1L),
                                Map.entry("delivery.on-time", 1L),
                                Map.entry("delivery.next-day", 1L),
                                Map.entry("order.signed", 1L),
                                Map.entry("review.orders-rated", 1L),
                                Map.entry("review.stars", 2L),
                                Map.entry("review.negative", 1L))));
    }

    @Test
    void anOrderThatIsLateCountsOnItsDueDaysAndACancelledOneNowhere() {
        var late = oracle.order("late", "o");
        late.paid(at("2026-03-01T04:00:00Z"), at("2026-03-03T04:00:00Z"), at("2026-03-25T04:00:00Z"));
        late.pickedUp(at("2026-03-05T04:00:00Z"));
        var gone = oracle.order("gone", "o");
        gone.paid(at("2026-03-01T04:00:00Z"), at("2026-03-03T04:00:00Z"), at("2026-03-05T04:00:00Z"));
        gone.cancelled(at("2026-03-02T04:00:00Z"));
        var measures = oracle.measures(NOW);
        assertThat(measures.get("late").get(FIRST.plusDays(2))).isEqualTo(Map.of("pickup.due", 1L));
        assertThat(measures.get("late").get(FIRST.plusDays(4)))
                .isEqualTo(Map.of("pickup.done", 1L, "pickup.seconds", 4 * 86_400L));
        assertThat(measures.get("gone")).isEqualTo(Map.of(FIRST, Map.of("order.paid", 1L)));
    }

    @Test
    void turnsAreOpenedByTheFirstUnansweredMessageAndClosedByAnAnswerOrByTime() {
        var chat = oracle.chat("s", "c");
        var ten = at("2026-03-01T02:00:00Z");
        chat.started(ten);
        chat.said(true, ten);
        chat.said(true, ten.plusSeconds(30));
        chat.said(false, ten.plusMillis(180_000)); // the first turn: exactly three minutes
        chat.said(true, ten.plusSeconds(300)); // the second: answered too late, so by time
        chat.said(false, ten.plusSeconds(1_000));
        chat.said(true, ten.plusSeconds(2_000)); // the third: never answered
        var early = oracle.chat("early", "c");
        early.started(at("2026-02-28T23:59:59Z"));
        early.said(true, ten);
        early.said(false, ten.plusSeconds(1));
        var measures = oracle.measures(NOW);
        assertThat(measures.get("s"))
                .isEqualTo(Map.of(
                        FIRST, Map.of("chat.turns", 3L, "chat.turns-within-3min", 1L, "chat.reply-seconds", 1_380L)));
        assertThat(measures).doesNotContainKey("early");
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
