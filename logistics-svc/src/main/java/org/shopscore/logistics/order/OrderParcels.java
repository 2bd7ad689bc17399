package org.shopscore.logistics.order;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.Map;

/** What an order asks of its parcels; the bean of this type knows the shipments. */
public interface OrderParcels {

    /**
     * What the orders' parcels come to, as the transaction sees them.
     *
     * @param orderKeys of orders that the transaction has locked
     * @return by order key; an order without parcels may be left out
     */
    Uni<Map<String, Parcels>> of(SqlConnection connection, Collection<String> orderKeys);
}
