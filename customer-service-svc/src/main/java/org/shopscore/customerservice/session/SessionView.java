package org.shopscore.customerservice.session;

import java.time.Instant;
import java.util.List;
import org.shopscore.customerservice.session.Session.StartsWith;
import org.shopscore.customerservice.session.Turn.Answered;
import org.shopscore.customerservice.session.Turn.Open;
import org.shopscore.customerservice.session.Turn.TimedOut;

/**
 * A session as the chat desk sees it.
 *
 * @param counted whether it started in chat hours
 */
record SessionView(
        String shopId,
        String sessionId,
        Instant startedAt,
        StartsWith startsWith,
        Instant handedOverAt,
        boolean counted,
        List<Message> messages,
        List<TurnView> turns) {

    enum State {
        OPEN,
        ANSWERED,
        TIMED_OUT
    }

    /** @param replySeconds absent while it is open */
    record TurnView(Instant startedAt, State state, Long replySeconds) {

        static TurnView of(Turn turn) {
            return switch (turn) {
                case Open(var startedAt) -> new TurnView(startedAt, State.OPEN, null);
                case Answered answered ->
                    new TurnView(
                            answered.startedAt(),
                            State.ANSWERED,
                            answered.waited().toSeconds());
                case TimedOut(var startedAt) -> new TurnView(startedAt, State.TIMED_OUT, Turn.LONGEST_WAIT.toSeconds());
            };
        }
    }

    static SessionView of(SessionKey key, Session session) {
        return new SessionView(
                key.shopId(),
                key.sessionId(),
                session.startedAt(),
                session.startsWith(),
                session.handedOverAt().orElse(null),
                session.inChatHours(),
                session.messages(),
                Turns.of(session).stream().map(TurnView::of).toList());
    }
}
