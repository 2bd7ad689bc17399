package org.shopscore.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import org.shopscore.metric.Contribution;

/** A kind of a service's facts, for recount, reconcile and repair: a service adds one bean of this type for each kind to its outbox. */
public interface FactRows {

    /**
     * The next facts in key order.
     *
     * @param afterKey empty for the first page
     * @param lock     whether the rows are locked until the transaction ends
     */
    Uni<List<FactRow>> page(SqlConnection connection, String afterKey, int limit, boolean lock);

    /** Stores what has been sent for a fact. */
    Uni<Void> keep(SqlConnection connection, String key, Contribution now);
}
