package org.shopscore.aggregator.database;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** An answer of the database, for a thread that has nothing else to do and must not wait for ever. */
public final class Awaited {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** @return throws what the answer fails with, and after 10 s without one */
    public static <T> T of(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }

    private Awaited() {}
}
