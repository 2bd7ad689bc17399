package org.shopscore.logistics.scan;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** The scans of all waybills. */
@ApplicationScoped
public class Scans {

    private final Clock clock;

    Scans(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes in what providers tell, in the caller's transaction: stores the scans that are new, moves the shipments that name
     * the waybills and their orders, and announces what that changes, as the transaction's last statement. Call it last, and
     * ring the outbox after the commit.
     *
     * @param updates of at most 200 waybills
     * @return how many scans were new
     */
    public Uni<Integer> take(SqlConnection connection, List<TrackingUpdate> updates) {
        return ScanRows.insert(connection, updates, clock.instant()).map(List::size);
    }
}
