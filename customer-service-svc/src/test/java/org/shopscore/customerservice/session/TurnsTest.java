package org.shopscore.customerservice.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shopscore.customerservice.session.Message.Author.BOT;
import static org.shopscore.customerservice.session.Message.Author.BUYER;
import static org.shopscore.customerservice.session.Message.Author.HUMAN;
import static org.shopscore.customerservice.session.Message.Author.SYSTEM;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.shopscore.customerservice.session.Message.Author;
import org.shopscore.customerservice.session.Session.StartsWith;
import org.shopscore.customerservice.session.Turn.Answered;
import org.shopscore.customerservice.session.Turn.Open;
import org.shopscore.customerservice.session.Turn.TimedOut;

class TurnsTest {

    private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");

    private final Session human = Session.started(START, StartsWith.HUMAN);
    private final Session bot = Session.started(START, StartsWith.BOT);

    @Test
    void severalBuyerMessagesInARowAreOneTurnFromTheFirst() {
        var session = human.with(said("a", BUYER, 5))
                .with(said("b", BUYER, 20))
                .with(said("c", HUMAN, 35))
                .with(said("d", BUYER, 40));

        assertThat(Turns.of(session)).containsExactly(new Answered(at(5), at(35)), new Open(at(40)));
    }

    @Test
    void anAnswerToNobodyOpensAndClosesNothing() {
        assertThat(Turns.of(human.with(said("a", HUMAN, 1)).with(said("b", HUMAN, 2))))
                .isEmpty();
    }

    @Test
    void botAndSystemNeverAnswer() {
        var session = human.with(said("a", BUYER, 5)).with(said("b", BOT, 6)).with(said("c", SYSTEM, 7));

        assertThat(Turns.of(session)).containsExactly(new Open(at(5)));
    }

    @Test
    void aSessionThatNeverReachedAHumanHasNoTurns() {
        assertThat(Turns.of(bot.with(said("a", BUYER, 5)).overdue(at(9_000)))).isEmpty();
    }

    @Test
    void aTurnPendingAtTheHandOverStartsAtIt() {
        var session = bot.with(said("a", BUYER, 5))
                .with(said("b", BOT, 6))
                .handedOver(at(30))
                .with(said("c", HUMAN, 50));

        assertThat(Turns.of(session)).containsExactly(new Answered(at(30), at(50)));
    }

    @Test
    void whatAHumanAnsweredBeforeTheHandOverIsNotPendingAtIt() {
        var session = bot.with(said("a", BUYER, 5)).with(said("b", HUMAN, 20)).handedOver(at(30));

        assertThat(Turns.of(session)).isEmpty();
    }

    @Test
    void ofSeveralHandOversTheEarliestCounts() {
        var session =
                bot.handedOver(at(30)).handedOver(at(10)).handedOver(at(20)).with(said("a", BUYER, 5));

        assertThat(Turns.of(session)).containsExactly(new Open(at(10)));
    }

    @Test
    void afterATimeOutTheLateAnswerIsNobodysAndTheNextBuyerMessageOpensANewTurn() {
        var session = human.with(said("a", BUYER, 0))
                .with(said("b", HUMAN, 601))
                .with(said("c", BUYER, 700))
                .with(said("d", HUMAN, 710));

        assertThat(Turns.of(session)).containsExactly(new TimedOut(at(0)), new Answered(at(700), at(710)));
    }

    @Test
    void anAnswerAfterExactlyTheLongestWaitStillClosesTheTurn() {
        var session = human.with(said("a", BUYER, 0)).with(said("b", HUMAN, 600));

        assertThat(Turns.of(session)).containsExactly(new Answered(at(0), at(600)));
    }

    @Test
    void aTurnIsOverWhenALaterMessageShowsThatItsTimeHasPassed() {
        assertThat(Turns.of(human.with(said("a", BUYER, 0)).with(said("b", SYSTEM, 601))))
                .containsExactly(new TimedOut(at(0)));
    }

    @Test
    void aTurnIsOverFromItsDueInstantOnAndNotBefore() {
        var session = human.with(said("a", BUYER, 0));

        assertThat(Turns.of(session.overdue(at(600).minusNanos(1_000)))).containsExactly(new Open(at(0)));
        assertThat(Turns.of(session.overdue(at(600)))).containsExactly(new TimedOut(at(0)));
    }

    @Test
    void anAnswerThatBecomesKnownAfterTheTimeOutStillCountsFromWhenItWasSent() {
        var session = human.with(said("a", BUYER, 0)).overdue(at(9_000)).with(said("b", HUMAN, 100));

        assertThat(Turns.of(session)).containsExactly(new Answered(at(0), at(100)));
    }

    @Test
    void atOneInstantTheQuestionComesBeforeTheAnswer() {
        var session = human.with(said("a", HUMAN, 5)).with(said("b", BUYER, 5));

        assertThat(Turns.of(session)).containsExactly(new Answered(at(5), at(5)));
    }

    private static Message said(String id, Author author, long second) {
        return new Message(id, author, at(second));
    }

    private static Instant at(long second) {
        return START.plusSeconds(second);
    }
}
