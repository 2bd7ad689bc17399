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
 * The ways to Redis, which must not cost more than they save: on each, a command that is not answered in time fails, for a while after
 * that all others fail at once, and then a PING has to be answered first. That somebody could not wait for an answer says nothing of
 * those who can.
 */
@ApplicationScoped
class RedisLine {

    static final Duration PATIENCE = Duration.ofMillis(50);
    private static final Duration PATIENCE_OF_WRITERS = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Logger LOG = Logger.getLogger(RedisLine.class);

    private final Redis redis;
    private final Way lookups = new Way("lookups", PATIENCE);
    private final Way writes = new Way("writes", PATIENCE_OF_WRITERS);

    RedisLine(Redis redis) {
        this.redis = redis;
    }

    /** The first connection takes longer than any later answer may. */
    void open(@Observes StartupEvent start) {
        ping().subscribe().with(_ -> {}, failure -> LOG.warnf("redis=not-yet-there cause=%s", failure.getMessage()));
    }

    /** For somebody who waits: answered within {@link #PATIENCE}. */
    Uni<Response> ask(Request request) {
        return lookups.guarded(() -> redis.send(request));
    }

    /** From a step that goes on beside everything else: answered within a second. */
    Uni<Response> write(Request request) {
        return writes.guarded(() -> redis.send(request));
    }

    /** Sent together; fails when one of them is answered with an error. */
    Uni<List<Response>> write(List<Request> requests) {
        return writes.guarded(() -> redis.batch(requests));
    }

    private Uni<Response> ping() {
        return redis.send(Request.cmd(Command.PING));
    }

    private sealed interface State {}

    private record Up() implements State {}

    private record Down(long untilNanos) implements State {}

    private final class Way {

        private final String name;
        private final Duration patience;
        private final AtomicReference<State> state = new AtomicReference<>(new Up());

        Way(String name, Duration patience) {
            this.name = name;
            this.patience = patience;
        }

        <T> Uni<T> guarded(Supplier<Uni<T>> command) {
            return Uni.createFrom().deferred(() -> switch (state.get()) {
                case Up _ -> watched(command);
                case Down(long untilNanos)
                when System.nanoTime() - untilNanos < 0 -> Uni.createFrom().failure(new RedisDown());
                case Down _ -> watched(RedisLine.this::ping).chain(() -> watched(command));
            });
        }

        private <T> Uni<T> watched(Supplier<Uni<T>> command) {
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
                LOG.infof("redis=answers-again for=%s", name);
            }
        }

        private void down(Throwable failure) {
            State before = state.getAndSet(new Down(System.nanoTime() + PAUSE.toNanos()));
            if (before instanceof Up) {
                LOG.warnf("redis=down for=%s cause=%s", name, failure.getMessage());
            }
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
