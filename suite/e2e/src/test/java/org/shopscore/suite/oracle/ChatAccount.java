package org.shopscore.suite.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;

/** One chat that began with a human, as far as its messages are known to have been taken in. */
public final class ChatAccount {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final String shop;
    private final TreeMap<Instant, Boolean> messages = new TreeMap<>();
    private Instant started;

    ChatAccount(String shop) {
        this.shop = shop;
    }

    public void started(Instant at) {
        started = at;
    }

    /** No two messages of a chat bear the same instant. */
    public void said(boolean byBuyer, Instant at) {
        messages.put(at, byBuyer);
    }

    void count(Instant now, Oracle.Sums sums) {
        if (started == null || !Oracle.inChatHours(started)) {
            return;
        }
        Instant open = null;
        for (var message : messages.entrySet()) {
            var at = message.getKey();
            if (open != null && at.isAfter(open.plus(LONGEST))) {
                close(open, LONGEST, sums);
                open = null;
            }
            if (message.getValue() && open == null) {
                open = at;
            } else if (!message.getValue() && open != null) {
                close(open, Duration.between(open, at), sums);
                open = null;
            }
        }
        if (open != null && open.plus(LONGEST).isBefore(now)) {
            close(open, LONGEST, sums);
        }
    }

    private void close(Instant open, Duration waited, Oracle.Sums sums) {
        sums.add(shop, open, "chat.turns", 1);
        sums.add(shop, open, "chat.turns-within-3min", waited.compareTo(Duration.ofMinutes(3)) <= 0 ? 1 : 0);
        sums.add(shop, open, "chat.reply-seconds", waited.toSeconds());
    }
}
