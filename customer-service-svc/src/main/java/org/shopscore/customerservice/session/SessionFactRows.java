package org.shopscore.customerservice.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;
import org.shopscore.outbox.FactRow;
import org.shopscore.outbox.FactRows;

/** Every session's turns, for recount, reconcile and repair. */
@ApplicationScoped
class SessionFactRows implements FactRows {

    private static final String PAGE = "select key from chat_session where key > $1 order by key limit $2";
    private static final String KEEP = "update chat_session set contribution = $2 where key = $1";

    @Override
    public Uni<List<FactRow>> page(SqlConnection connection, String afterKey, int limit, boolean lock) {
        return connection
                .preparedQuery(lock ? PAGE + " for update" : PAGE)
                .execute(Tuple.of(afterKey, limit))
                .map(StoredSession::keys)
                .chain(keys -> StoredSession.read(connection, keys))
                .map(sessions -> sessions.stream().map(SessionFactRows::fact).toList());
    }

    @Override
    public Uni<Void> keep(SqlConnection connection, String key, Contribution now) {
        return connection
                .preparedQuery(KEEP)
                .execute(Tuple.of(key, EventJson.write(now)))
                .replaceWithVoid();
    }

    private static FactRow fact(StoredSession stored) {
        var key = stored.key();
        return new FactRow(key.toString(), key.shopId(), key.ref(), stored.kept(), stored.now());
    }
}
