package org.shopscore.logistics.order;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import org.shopscore.metric.MetricEvent;

/**
 * Something that follows orders: a bean of this type is called in the transaction that moved them, one bean after the other,
 * after their rows are saved and before anything is announced.
 */
public interface OrderListener {

    /**
     * @param connection of the transaction: whatever is written on it is there with the orders' change or not at all
     * @param steps      ascending by order key, each order once; a sweep over passed limits gives one limit of an order at a time
     * @return what else the transaction has to announce
     */
    Uni<List<MetricEvent>> moved(SqlConnection connection, List<OrderStep> steps);
}
