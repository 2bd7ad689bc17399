package org.shopscore.suite.fact;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Sends a fact until there is an answer to it: a fact is a PUT, so that sending it again is harmless. */
public final class Sender {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Wire wire;
    private final Duration patience;

    /** @param patience how long a fact is sent again while a service does not answer or is busy */
    public Sender(Wire wire, Duration patience) {
        this.wire = wire;
        this.patience = patience;
    }

    public Answer send(Fact fact) throws InterruptedException {
        var command = fact.command();
        long giveUpAt = System.nanoTime() + patience.toNanos();
        var pause = FIRST_PAUSE;
        while (true) {
            var attempt = attempt(command);
            if (attempt.answer() instanceof Answer.Unknown unknown) {
                if (System.nanoTime() > giveUpAt) {
                    return unknown;
                }
                Thread.sleep(spread(max(attempt.notBefore(), pause)));
                pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
            } else {
                return attempt.answer();
            }
        }
    }

    private record Attempt(Answer answer, Duration notBefore) {}

    private Attempt attempt(Command command) throws InterruptedException {
        try {
            var reply = wire.put(command);
            return new Attempt(answer(reply), retryAfter(reply));
        } catch (IOException e) {
            return new Attempt(new Answer.Unknown(String.valueOf(e.getMessage())), Duration.ZERO);
        }
    }

    private static Answer answer(Wire.Reply reply) {
        if (reply.isGood()) {
            return new Answer.Taken(reply.status() == 201);
        }
        if (reply.status() >= 500) {
            return new Answer.Unknown("HTTP " + reply.status());
        }
        var problem = reply.json();
        return new Answer.Refused(
                reply.status(),
                problem.path("code").asText("none"),
                problem.path("detail").asText(""));
    }

    private static Duration retryAfter(Wire.Reply reply) {
        boolean seconds = reply.retryAfter().matches("\\d{1,3}");
        return seconds ? min(Duration.ofSeconds(Long.parseLong(reply.retryAfter())), LONGEST_PAUSE) : Duration.ZERO;
    }

    /** Up to a half more, so that what failed together does not come back together. */
    private static Duration spread(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 2 + 1));
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
