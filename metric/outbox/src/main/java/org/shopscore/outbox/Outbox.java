package org.shopscore.outbox;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.hibernate.action.spi.AfterTransactionCompletionProcess;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.session.ReactiveSession;
import org.shopscore.metric.Announcement;

/** Where a command leaves what it announces: in its own transaction, so that both are there or neither is. */
@ApplicationScoped
public class Outbox {

    private final Bell bell;
    private final TraceParent trace;
    private final Clock clock = Clock.systemUTC();

    Outbox(Bell bell, CurrentVertxRequest request) {
        this.bell = bell;
        this.trace = new TraceParent(request);
    }

    /**
     * Stores the records, numbered, as the last statement of the session's transaction; the relay is woken by itself after the
     * commit. Call it last: the lane stays locked from here to the commit.
     *
     * @param session in a transaction; what it holds is flushed first
     */
    public Uni<Void> append(Mutiny.Session session, List<? extends Announcement> announcements) {
        var entries = entries(announcements);
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        ringAfterCommit(session);
        var connection = ((MutinySessionImpl) session).getReactiveConnection();
        var numbering =
                new Numbering((sql, values) -> Uni.createFrom().completionStage(() -> connection.update(sql, values)));
        return session.flush().chain(() -> numbering.append(entries, trace.current()));
    }

    /** The same on the plain client, for sweeps and batches; the caller calls {@link #ring()} after its commit. */
    public Uni<Void> append(SqlConnection connection, List<? extends Announcement> announcements) {
        return store(connection, entries(announcements));
    }

    /** Wakes the relay that holds the lanes, here or in another replica. */
    public void ring() {
        bell.ring();
    }

    Uni<Void> store(SqlConnection connection, List<OutboxEntry> entries) {
        var numbering = new Numbering((sql, values) -> connection
                .preparedQuery(sql)
                .execute(Tuple.from(Arrays.asList(values)))
                .map(rows -> rows.rowCount()));
        return numbering.append(entries, trace.current());
    }

    private List<OutboxEntry> entries(List<? extends Announcement> announcements) {
        return announcements.stream()
                .map(announcement -> OutboxEntry.of(announcement, clock.instant()))
                .toList();
    }

    private void ringAfterCommit(Mutiny.Session session) {
        AfterTransactionCompletionProcess ring = (committed, _) -> {
            if (committed) {
                bell.ring();
            }
        };
        ((MutinySessionImpl) session)
                .unwrap(ReactiveSession.class)
                .getReactiveActionQueue()
                .registerProcess(ring);
    }
}
