package org.shopscore.customerservice.session;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;

/** That somebody wrote in a session, and when; what was written stays outside. */
record Message(String messageId, Author author, Instant sentAt) {

    /** Who wrote it. At one and the same instant the question comes before the answer. */
    enum Author {
        BUYER,
        HUMAN,
        BOT,
        SYSTEM
    }

    static final Comparator<Message> BY_TIME =
            comparing(Message::sentAt).thenComparing(Message::author).thenComparing(Message::messageId);
}
