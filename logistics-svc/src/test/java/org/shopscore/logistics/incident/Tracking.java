package org.shopscore.logistics.incident;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.scan.Incident;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.logistics.scan.Scans;
import org.shopscore.logistics.scan.TrackingUpdate;

/** Tells scans as a provider's adapter does, and returns when they are stored. */
@ApplicationScoped
public class Tracking {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Pool pool;
    private final Scans scans;

    Tracking(Pool pool, Scans scans) {
        this.pool = pool;
        this.scans = scans;
    }

    public static Scan scan(ScanStatus status, Instant at) {
        return new Scan(at, status, Optional.empty(), status.name(), "已到达【济南转运中心】", Optional.empty());
    }

    public static Scan scan(ScanStatus status, Instant at, String region) {
        return new Scan(at, status, Optional.empty(), status.name(), "已离开", Optional.of(new Region(region)));
    }

    public static Scan scan(Incident incident, Instant at) {
        return new Scan(at, ScanStatus.EXCEPTION, Optional.of(incident), incident.name(), "疑难件", Optional.empty());
    }

    public void tell(Shop shop, String shipmentId, Scan... told) {
        tell(shop, shipmentId, List.of(told));
    }

    public void tell(Shop shop, String shipmentId, List<Scan> told) {
        tell(shop, shipmentId, "yto", told);
    }

    public void tell(Shop shop, String shipmentId, String carrier, List<Scan> told) {
        var update = new TrackingUpdate(carrier, shop.waybill(shipmentId), "kuaidi100", told);
        pool.withTransaction(connection -> scans.take(connection, List.of(update)))
                .await()
                .atMost(PATIENCE);
    }
}
