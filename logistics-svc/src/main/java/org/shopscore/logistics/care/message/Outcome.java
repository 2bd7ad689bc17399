package org.shopscore.logistics.care.message;

import java.time.Instant;
import java.util.Optional;
import org.shopscore.logistics.care.setting.Channel;

/**
 * What has become of a message.
 *
 * @param attempts at the provider, that it has cost
 */
public record Outcome(
        MessageKey key,
        MessageState state,
        Optional<String> reason,
        Optional<Instant> dueAt,
        Optional<Channel> channel,
        Optional<String> language,
        int attempts) {

    public static Outcome queued(MessageKey key, Channel channel, String language) {
        return new Outcome(
                key,
                MessageState.QUEUED,
                Optional.empty(),
                Optional.empty(),
                Optional.of(channel),
                Optional.of(language),
                0);
    }

    /** @param attempts that were in vain until now */
    public static Outcome waits(MessageKey key, Instant until, int attempts) {
        return new Outcome(
                key,
                MessageState.WAITING,
                Optional.empty(),
                Optional.of(until),
                Optional.empty(),
                Optional.empty(),
                attempts);
    }

    public static Outcome skipped(MessageKey key, SkipReason reason) {
        return ended(key, MessageState.SKIPPED, Optional.of(reason.name()), 0);
    }

    public static Outcome sent(MessageKey key, int attempts) {
        return ended(key, MessageState.SENT, Optional.empty(), attempts);
    }

    public static Outcome rejected(MessageKey key, String reason, int attempts) {
        return ended(key, MessageState.REJECTED, Optional.of(reason), attempts);
    }

    private static Outcome ended(MessageKey key, MessageState state, Optional<String> reason, int attempts) {
        return new Outcome(key, state, reason, Optional.empty(), Optional.empty(), Optional.empty(), attempts);
    }
}
