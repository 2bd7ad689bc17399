package org.shopscore.customerservice.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.shopscore.customerservice.session.Turn.Answered;
import org.shopscore.customerservice.session.Turn.Open;
import org.shopscore.customerservice.session.Turn.TimedOut;

/**
 * The turns of a session's human part, found by walking its messages in order of time.
 *
 * <p>A turn opens with the buyer's first unanswered message, at the hand-over at the earliest; more messages of the buyer belong
 * to it. Only a human answers.
 */
final class Turns {

    private final Instant humanFrom;
    private final List<Turn> turns = new ArrayList<>();
    private Open open;

    private Turns(Instant humanFrom) {
        this.humanFrom = humanFrom;
    }

    /** In order of time; only the last one can be open. */
    static List<Turn> of(Session session) {
        return session.humanFrom()
                .map(humanFrom -> new Turns(humanFrom).walk(session))
                .orElse(List.of());
    }

    private List<Turn> walk(Session session) {
        for (var message : session.messages()) {
            closeIfOver(message.sentAt().minusNanos(1));
            read(message);
        }
        closeIfOver(session.overdueUntil());
        if (open != null) {
            turns.add(open);
        }
        return List.copyOf(turns);
    }

    private void read(Message message) {
        switch (message.author()) {
            case BUYER -> openAt(message.sentAt());
            case HUMAN -> answerAt(message.sentAt());
            case BOT, SYSTEM -> {}
        }
    }

    private void openAt(Instant at) {
        if (open == null) {
            open = new Open(at.isBefore(humanFrom) ? humanFrom : at);
        }
    }

    private void answerAt(Instant at) {
        // A human who answers before the hand-over leaves nothing pending at it.
        if (open != null && !at.isBefore(open.startedAt())) {
            turns.add(new Answered(open.startedAt(), at));
        }
        open = null;
    }

    private void closeIfOver(Instant known) {
        if (open != null && !open.dueAt().isAfter(known)) {
            turns.add(new TimedOut(open.startedAt()));
            open = null;
        }
    }
}
