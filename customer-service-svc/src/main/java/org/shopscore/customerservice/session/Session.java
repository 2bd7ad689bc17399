package org.shopscore.customerservice.session;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shopscore.metric.BusinessDay;

/**
 * A buyer's conversation with a shop.
 *
 * @param handedOverAt when the bot handed it to a human
 * @param messages     all that were told so far, in order of time
 * @param overdueUntil turns due by then are known to be over, answered or not
 */
record Session(
        Instant startedAt,
        StartsWith startsWith,
        Optional<Instant> handedOverAt,
        List<Message> messages,
        Instant overdueUntil) {

    /** Who takes the buyer's first message. */
    enum StartsWith {
        HUMAN,
        BOT
    }

    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(23, 0);

    Session {
        messages = messages.stream().sorted(Message.BY_TIME).toList();
    }

    static Session started(Instant startedAt, StartsWith startsWith) {
        return new Session(startedAt, startsWith, Optional.empty(), List.of(), Instant.EPOCH);
    }

    boolean sameStart(Session other) {
        return startedAt.equals(other.startedAt) && startsWith == other.startsWith;
    }

    /** A hand-over told twice counts from the earlier instant. */
    Session handedOver(Instant at) {
        var earliest = handedOverAt.filter(known -> known.isBefore(at)).orElse(at);
        return new Session(startedAt, startsWith, Optional.of(earliest), messages, overdueUntil);
    }

    /** The message takes the place of one with its id. */
    Session with(Message message) {
        var others = messages.stream().filter(other -> !other.messageId().equals(message.messageId()));
        var all = Stream.concat(others, Stream.of(message)).toList();
        return new Session(startedAt, startsWith, handedOverAt, all, overdueUntil);
    }

    Optional<Message> message(String messageId) {
        return messages.stream()
                .filter(message -> message.messageId().equals(messageId))
                .findFirst();
    }

    Session overdue(Instant until) {
        var latest = until.isAfter(overdueUntil) ? until : overdueUntil;
        return new Session(startedAt, startsWith, handedOverAt, messages, latest);
    }

    /** Where the human part begins; absent when no human has taken part yet. */
    Optional<Instant> humanFrom() {
        return switch (startsWith) {
            case HUMAN -> Optional.of(Instant.MIN);
            case BOT -> handedOverAt;
        };
    }

    /** Started 08:00:00 to 22:59:59 Asia/Shanghai (rules.md 5.2). */
    boolean inChatHours() {
        var time = startedAt.atZone(BusinessDay.ZONE).toLocalTime();
        return !time.isBefore(OPENS) && time.isBefore(CLOSES);
    }

    /** When the open turn will be over without an answer; absent when there is nothing that would count. */
    Optional<Instant> nextDue() {
        return inChatHours() ? Turns.of(this).stream().flatMap(Turn::openDue).findFirst() : Optional.empty();
    }
}
