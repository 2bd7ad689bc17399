package org.shopscore.aggregator.lookup.redis;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The way to Redis, which must not cost more than it saves: a command that is not answered in time fails, for a while after that
 * all others fail at once, and then a PING has to be answered first.
 */
@ApplicationScoped
class RedisLine {

    static final Duration PATIENCE = Duration.ofMillis(50);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Logger LOG = Logger.getLogger(RedisLine.class);

    private final Redis redis;
    private final AtomicReference<State> state = new AtomicReference<>(new Up());

    RedisLine(Redis redis) {
        this.redis = redis;
    }

    /** The first connection takes longer than any later answer may. */
    void open(@Observes StartupEvent start) {
        redis.send(Request.cmd(Command.PING))
                .subscribe()
                .with(_ -> {}, failure -> LOG.warnf("redis=not-yet-there cause=%s", failure.getMessage()));
    }

    private sealed interface State {}

    private record Up() implements State {}

    private record Down(long untilNanos) implements State {}

    /** Answered within {@link #PATIENCE}. */
    Uni<Response> send(Request request) {
        return guarded(PATIENCE, () -> redis.send(request));
    }

    /** Sent together; fails when one of them is answered with an error. */
    Uni<List<Response>> batch(List<Request> requests, Duration patience) {
        return guarded(patience, () -> redis.batch(requests));
    }

    private <T> Uni<T> guarded(Duration patience, Supplier<Uni<T>> command) {
        return Uni.createFrom().deferred(() -> switch (state.get()) {
            case Up _ -> watched(patience, command);
            case Down(long untilNanos)
            when System.nanoTime() - untilNanos < 0 -> Uni.createFrom().failure(new RedisDown());
            case Down _ ->
                watched(PATIENCE, () -> redis.send(Request.cmd(Command.PING))).chain(() -> watched(patience, command));
        });
    }

    private <T> Uni<T> watched(Duration patience, Supplier<Uni<T>> command) {
        return Uni.createFrom()
                .deferred(command::get)
                .ifNoItem()
                .after(patience)
                .failWith(RedisDown::new)
                .onItem()
                .invoke(_ -> up())
                .onFailure()
                .invoke(this::down);
    }

    private void up() {
        if (state.getAndSet(new Up()) instanceof Down) {
            LOG.info("redis=answers-again");
        }
    }

    private void down(Throwable failure) {
        State before = state.getAndSet(new Down(System.nanoTime() + PAUSE.toNanos()));
        if (before instanceof Up) {
            LOG.warnf("redis=down cause=%s", failure.getMessage());
        }
    }

    /** No answer, or none asked for. */
    static final class RedisDown extends RuntimeException {

        private static final long serialVersionUID = 1;

        RedisDown() {
            super("no answer in time", null, false, false);
        }
    }
}
