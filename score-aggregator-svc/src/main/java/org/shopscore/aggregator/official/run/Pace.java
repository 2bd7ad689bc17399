package org.shopscore.aggregator.official.run;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much of the machine an official run takes: it stands still between its pieces of work, for as long as its part of the time asks for. */
@Singleton
public class Pace {

    private static final int ALL = 100;
    private static final int LEAST = 10;

    /** It may rest in a transaction, and the database cuts off one that stands still for five seconds. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    /** While one waits for the database, another is scored. */
    private static final int MOST_LANES = 3;

    private final int busyPercent;

    /** @param busyPercent of the time, 10 to 100; below 100 one partition is worked on at a time */
    public Pace(@ConfigProperty(name = "score.official.busy-percent") int busyPercent) {
        if (busyPercent < LEAST || busyPercent > ALL) {
            throw new IllegalArgumentException("score.official.busy-percent must be 10 to 100, was " + busyPercent);
        }
        this.busyPercent = busyPercent;
    }

    public int lanesAtOnce() {
        return busyPercent == ALL ? MOST_LANES : 1;
    }

    /** How long to stand still after so much work, 3 s at most. */
    public Duration rest(Duration worked) {
        Duration rest = worked.multipliedBy(ALL - busyPercent).dividedBy(busyPercent);
        return rest.compareTo(LONGEST) < 0 ? rest : LONGEST;
    }

    /** A piece of work, and the rest after it. */
    public <T> Uni<T> work(Supplier<Uni<T>> piece) {
        return Uni.createFrom().deferred(() -> {
            long begun = System.nanoTime();
            return piece.get().chain(done -> {
                Duration rest = rest(Duration.ofNanos(System.nanoTime() - begun));
                var after = Uni.createFrom().item(done);
                return rest.isZero() ? after : after.onItem().delayIt().by(rest);
            });
        });
    }
}
