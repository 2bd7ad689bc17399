package org.shopscore.logistics.webhook.endpoint;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.shopscore.logistics.reading.Latest;
import org.shopscore.problem.IfMatch;

/** The endpoints, of which there are few: all in memory, read again each second, so that a push costs no query and waits for none. */
@ApplicationScoped
public class Endpoints {

    private static final Logger LOG = Logger.getLogger(Endpoints.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** An endpoint after a command. */
    record Placed(Endpoint endpoint, boolean isNew) {}

    private final Pool pool;
    private final Clock clock;
    private final Latest<Map<EndpointKey, Endpoint>> known = new Latest<>(Map.of());

    Endpoints(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    public Optional<Endpoint> find(EndpointKey key) {
        return Optional.ofNullable(known.get().get(key));
    }

    /** In the order of their keys. */
    List<Endpoint> all() {
        return known.get().values().stream()
                .sorted(Comparator.comparing(
                        Endpoint::key,
                        Comparator.comparing(EndpointKey::provider).thenComparing(EndpointKey::endpointId)))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        read().await().atMost(PATIENCE);
    }

    /** What another replica changed is known here a second later; while the database is away, what was known stays. */
    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> refresh() {
        return read().onFailure()
                .invoke(failure -> LOG.debugf("endpoints=stale cause=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /**
     * Sets up an endpoint, or changes one; the same settings again change nothing.
     *
     * @param ifMatch the version that a change was made from; null when none was given
     */
    Uni<Placed> put(Endpoint wanted, String ifMatch) {
        return pool.withTransaction(connection -> EndpointRows.locked(connection, wanted.key())
                        .chain(stored -> stored.map(now -> changed(connection, now, wanted, ifMatch))
                                .orElseGet(() -> created(connection, wanted))))
                .call(this::read);
    }

    private Uni<Placed> created(SqlConnection connection, Endpoint wanted) {
        return save(connection, wanted.withVersion(1)).map(saved -> new Placed(saved, true));
    }

    private Uni<Placed> changed(SqlConnection connection, Endpoint now, Endpoint wanted, String ifMatch) {
        if (now.isSetLike(wanted)) {
            return Uni.createFrom().item(new Placed(now, false));
        }
        IfMatch.require(ifMatch, now.version());
        return save(connection, wanted.withVersion(now.version() + 1)).map(saved -> new Placed(saved, false));
    }

    private Uni<Endpoint> save(SqlConnection connection, Endpoint endpoint) {
        return EndpointRows.save(connection, endpoint, clock.instant()).replaceWith(endpoint);
    }

    private Uni<Void> read() {
        return known.read(() -> EndpointRows.all(pool)
                        .map(all -> all.stream().collect(Collectors.toMap(Endpoint::key, Function.identity()))))
                .replaceWithVoid();
    }
}
