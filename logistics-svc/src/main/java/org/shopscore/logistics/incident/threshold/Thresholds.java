package org.shopscore.logistics.incident.threshold;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.shopscore.problem.IfMatch;
import org.shopscore.problem.Refused;

/** The thresholds of all lanes; a lane has one, and only its hours can be edited. */
@ApplicationScoped
class Thresholds {

    /** A threshold after a command. */
    record Placed(StoredThreshold stored, boolean isNew) {}

    private final Pool pool;

    Thresholds(Pool pool) {
        this.pool = pool;
    }

    /** Takes in a threshold; the same again changes nothing, other hours are an edit. */
    Uni<Placed> put(String id, Threshold threshold, String ifMatch) {
        var first = new StoredThreshold(id, threshold, 1);
        return pool.withTransaction(connection -> ThresholdRows.insert(connection, first)
                .chain(isNew -> isNew
                        ? Uni.createFrom().item(new Placed(first, true))
                        : edit(connection, id, threshold, ifMatch).map(stored -> new Placed(stored, false))));
    }

    Uni<List<StoredThreshold>> page(String afterId, int limit) {
        return ThresholdRows.page(pool, afterId, limit);
    }

    private static Uni<StoredThreshold> edit(SqlConnection connection, String id, Threshold threshold, String ifMatch) {
        return ThresholdRows.find(connection, id, true)
                .chain(found -> found.map(stored -> Uni.createFrom().item(stored))
                        .orElseGet(() -> refuse(connection, threshold.lane())))
                .chain(stored -> save(connection, stored, threshold, ifMatch));
    }

    private static Uni<StoredThreshold> save(
            SqlConnection connection, StoredThreshold stored, Threshold threshold, String ifMatch) {
        if (!stored.threshold().lane().equals(threshold.lane())) {
            throw new Refused(409, "threshold-differs", "threshold " + stored.id() + " is for another lane");
        }
        if (stored.threshold().equals(threshold)) {
            return Uni.createFrom().item(stored);
        }
        IfMatch.require(ifMatch, stored.version());
        var next = new StoredThreshold(stored.id(), threshold, stored.version() + 1);
        return ThresholdRows.update(connection, next).replaceWith(next);
    }

    private static Uni<StoredThreshold> refuse(SqlConnection connection, Threshold.Lane lane) {
        return ThresholdRows.find(connection, lane).map(other -> {
            String id = other.orElseThrow().id();
            throw new Refused(409, "threshold-exists", "threshold " + id + " is for this lane").with("thresholdId", id);
        });
    }
}
