package org.shopscore.logistics.bulk;

import io.quarkus.arc.All;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.shopscore.logistics.bulk.line.Lines;
import org.shopscore.outbox.Headroom;
import org.shopscore.outbox.Outbox;
import org.shopscore.problem.Refused;

/** The imports of all senders. */
@ApplicationScoped
class Imports {

    /** Each holds a connection and a thread for as long as its file takes. */
    private static final int MOST_AT_ONCE = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Pool pool;
    private final ImportRun.Announcing announcing;
    private final Clock clock;
    private final List<ImportKind<?>> kinds;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    Imports(Pool pool, Outbox outbox, Headroom headroom, Clock clock, @All List<ImportKind<?>> kinds) {
        this.pool = pool;
        this.announcing = new ImportRun.Announcing(outbox, headroom);
        this.clock = clock;
        this.kinds = kinds;
    }

    ImportKind<?> kind(String name) {
        var names = kinds.stream().map(ImportKind::name).sorted().toList();
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.field(400, "unknown-value", "kind", "must be one of " + names, name));
    }

    /**
     * Takes the lines one after the other until the file ends. Blocking; for a worker thread.
     *
     * @throws Refused 409 {@code import-running}, {@code import-differs}; 503 {@code too-many-imports}; 400 when the file cannot be
     *     read to its end, with the report of what is in
     */
    ImportView run(ImportAsk ask, Lines lines) {
        if (!places.tryAcquire()) {
            throw new Refused(503, "too-many-imports", MOST_AT_ONCE + " imports are running; send the file again later")
                    .retryAfter(Duration.ofSeconds(30));
        }
        try {
            var connection = pool.getConnection().await().atMost(PATIENCE);
            try {
                return locked(connection, ask, lines);
            } finally {
                connection.close().await().atMost(PATIENCE);
            }
        } finally {
            places.release();
        }
    }

    private ImportView locked(SqlConnection connection, ImportAsk ask, Lines lines) {
        if (!ImportLock.take(connection, ask.id()).await().atMost(PATIENCE)) {
            throw new Refused(409, "import-running", "the import " + ask.id() + " is being taken in");
        }
        try {
            begin(connection, ask);
            through(connection, ask, lines);
            return view(connection, ask);
        } finally {
            ImportLock.giveBack(connection, ask.id()).await().atMost(PATIENCE);
        }
    }

    private void begin(SqlConnection connection, ImportAsk ask) {
        if (ImportRows.begin(connection, ask, clock.instant())
                .await()
                .atMost(PATIENCE)
                .isEmpty()) {
            throw new Refused(409, "import-differs", "the import " + ask.id() + " is of another kind or shop");
        }
        RejectionRows.delete(connection, ask.id()).await().atMost(PATIENCE);
    }

    private void through(SqlConnection connection, ImportAsk ask, Lines lines) {
        try {
            new ImportRun<>(ask, kind(ask.kind()), connection, announcing).through(lines);
            end(connection, ask, Optional.empty());
        } catch (Refused unreadable) {
            end(connection, ask, Optional.of(unreadable.getMessage()));
            throw unreadable.with("import", view(connection, ask));
        } catch (IOException gone) {
            end(connection, ask, Optional.of("the sender was gone before the end of the file"));
            throw new Refused(400, "body-cut-off", "the body ended before the file did");
        }
    }

    private void end(SqlConnection connection, ImportAsk ask, Optional<String> failure) {
        ImportRows.end(connection, ask.id(), failure, clock.instant()).await().atMost(PATIENCE);
    }

    private static ImportView view(SqlConnection connection, ImportAsk ask) {
        return ImportRows.find(connection, ask.id()).await().atMost(PATIENCE).orElseThrow();
    }
}
