package org.shopscore.customerservice.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shopscore.customerservice.session.Message.Author.BOT;
import static org.shopscore.customerservice.session.Message.Author.BUYER;
import static org.shopscore.customerservice.session.Message.Author.HUMAN;
import static org.shopscore.metric.Measures.CHAT_REPLY_SECONDS;
import static org.shopscore.metric.Measures.CHAT_TURNS;
import static org.shopscore.metric.Measures.CHAT_TURNS_WITHIN_3MIN;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.customerservice.session.Session.StartsWith;
import org.shopscore.metric.Change;
import org.shopscore.metric.Contribution;

class TurnMeasuresTest {

    private static final Instant TEN = Instant.parse("2026-03-01T02:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "  0.000000, 1, 1,   0",
        "  0.999999, 1, 1,   0",
        " 30.000000, 1, 1,  30",
        "180.000000, 1, 1, 180",
        "180.000001, 1, 0, 180",
        "181.000000, 1, 0, 181",
        "599.999999, 1, 0, 599",
        "600.000000, 1, 0, 600",
        "600.000001, 1, 0, 600",
    })
    void aWaitCountsInWholeSecondsAndIsPromptUpToThreeMinutes(double wait, long turns, long prompt, long seconds) {
        var session = answered(TEN, Math.round(wait * 1_000_000));

        assertThat(sums(TurnMeasures.of(session))).isEqualTo(amounts(turns, prompt, seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28T23:59:59.999999Z, 0",
        "2026-03-01T00:00:00Z,        1",
        "2026-03-01T14:59:59.999999Z, 1",
        "2026-03-01T15:00:00Z,        0",
    })
    void onlySessionsStartedFromEightToElevenInShanghaiCount(Instant start, long turns) {
        assertThat(sums(TurnMeasures.of(answered(start, 1_000_000))).getOrDefault(CHAT_TURNS, 0L))
                .isEqualTo(turns);
    }

    @Test
    void aTurnCountsOnTheDayItStartedEvenWhenItsSessionStartedTheDayBefore() {
        var evening = Instant.parse("2026-03-01T14:59:00Z");
        var midnight = Instant.parse("2026-03-01T16:00:00Z");
        var session = Session.started(evening, StartsWith.HUMAN)
                .with(new Message("a", BUYER, midnight))
                .with(new Message("b", HUMAN, midnight.plusSeconds(7)));

        assertThat(TurnMeasures.of(session).changes().getFirst().anchoredAt()).isEqualTo(midnight);
    }

    @Test
    void anOpenTurnDoesNotCount() {
        var session = Session.started(TEN, StartsWith.HUMAN).with(new Message("a", BUYER, TEN));

        assertThat(TurnMeasures.of(session)).isEqualTo(Contribution.none());
        assertThat(session.nextDue()).contains(TEN.plusSeconds(600));
    }

    @Test
    void theDayOfExampleFiveCountsEighteenOfTwentyTurns() {
        var sum = Contribution.none();
        for (int i = 0; i < 17; i++) {
            sum = sum.plus(TurnMeasures.of(answered(TEN.plusSeconds(i), 30_000_000)));
        }
        sum = sum.plus(TurnMeasures.of(answered(TEN.plusSeconds(17), 180_000_000)))
                .plus(TurnMeasures.of(answered(TEN.plusSeconds(18), 181_000_000)))
                .plus(TurnMeasures.of(unanswered(TEN.plusSeconds(19))));
        for (int i = 0; i < 2; i++) {
            sum = sum.plus(TurnMeasures.of(answered(TEN.plusSeconds(13 * 3600 + 600 + i), 1_000_000)));
        }
        for (int i = 0; i < 3; i++) {
            sum = sum.plus(TurnMeasures.of(answeredByTheBot(TEN.plusSeconds(20 + i))));
        }

        assertThat(sums(sum)).isEqualTo(amounts(20, 18, 1471));
    }

    private static Session answered(Instant start, long waitMicros) {
        return Session.started(start, StartsWith.HUMAN)
                .with(new Message("a", BUYER, start))
                .with(new Message("b", BOT, start.plusSeconds(2)))
                .with(new Message("c", HUMAN, start.plusNanos(waitMicros * 1_000)));
    }

    private static Session unanswered(Instant start) {
        return Session.started(start, StartsWith.HUMAN)
                .with(new Message("a", BUYER, start))
                .overdue(start.plusSeconds(600));
    }

    private static Session answeredByTheBot(Instant start) {
        return Session.started(start, StartsWith.BOT)
                .with(new Message("a", BUYER, start))
                .with(new Message("b", BOT, start.plusSeconds(2)))
                .overdue(start.plusSeconds(600));
    }

    private static Map<String, Long> amounts(long turns, long prompt, long seconds) {
        var amounts =
                new TreeMap<>(Map.of(CHAT_TURNS, turns, CHAT_TURNS_WITHIN_3MIN, prompt, CHAT_REPLY_SECONDS, seconds));
        amounts.values().removeIf(amount -> amount == 0);
        return amounts;
    }

    private static Map<String, Long> sums(Contribution contribution) {
        var sums = new TreeMap<String, Long>();
        for (Change change : contribution.changes()) {
            change.measures().forEach((name, amount) -> sums.merge(name, amount, Long::sum));
        }
        return sums;
    }
}
