package org.shopscore.customerservice.session;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** A buyer's wait for a human. It closes with the first human answer, or when the longest wait is over. */
sealed interface Turn {

    Duration LONGEST_WAIT = Duration.ofMinutes(10);

    Instant startedAt();

    /** An answer at this very instant is still one. */
    default Instant dueAt() {
        return startedAt().plus(LONGEST_WAIT);
    }

    default Stream<Instant> openDue() {
        return switch (this) {
            case Open _ -> Stream.of(dueAt());
            case Answered _, TimedOut _ -> Stream.empty();
        };
    }

    record Open(Instant startedAt) implements Turn {}

    record Answered(Instant startedAt, Instant answeredAt) implements Turn {

        Duration waited() {
            return Duration.between(startedAt, answeredAt);
        }
    }

    record TimedOut(Instant startedAt) implements Turn {}
}
