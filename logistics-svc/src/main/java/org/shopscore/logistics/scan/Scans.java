package org.shopscore.logistics.scan;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.shopscore.logistics.waybill.Waybills;

/** The scans of all waybills, whether or not a shipment names them yet. */
@ApplicationScoped
public class Scans {

    private final ScanListener listener;
    private final Clock clock;

    Scans(ScanListener listener, Clock clock) {
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Takes in what providers tell, in the caller's transaction: stores the scans that are new, moves the shipments that name
     * the waybills and their orders, and announces what that changes as the transaction's last statement. What was told before
     * changes nothing. Call it last, and ring the outbox after the commit.
     *
     * @param updates of at most {@link Waybills#MOST} waybills, which the transaction holds from here on
     * @return how many scans were new
     */
    public Uni<Integer> take(SqlConnection connection, List<TrackingUpdate> updates) {
        var waybills = updates.stream().map(TrackingUpdate::of).collect(Collectors.toSet());
        return Waybills.hold(connection, waybills)
                .chain(() -> ScanRows.insert(connection, updates, clock.instant()))
                .call(news -> news.isEmpty() ? Uni.createFrom().voidItem() : listener.told(connection, news))
                .map(news -> news.values().stream().mapToInt(List::size).sum());
    }
}
