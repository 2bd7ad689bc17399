package org.shopscore.logistics.shipment.told;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.Scans;
import org.shopscore.logistics.scan.TrackingUpdate;
import org.shopscore.logistics.shipment.ShipmentId;
import org.shopscore.logistics.shipment.ShipmentQueries;
import org.shopscore.logistics.shipment.StoredShipment;
import org.shopscore.outbox.Outbox;
import org.shopscore.problem.FactId;
import org.shopscore.problem.ShopId;

/** What a carrier tells of a shop's parcel, in the suite's own vocabulary. */
@Path("/v1/shops/{shopId}/shipments/{shipmentId}/scans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "scans")
class ScanResource {

    private static final String UNKNOWN = "unknown-shipment";
    private static final String PROVIDER = "api";

    private final ShipmentQueries shipments;
    private final Scans scans;
    private final Pool pool;
    private final Outbox outbox;
    private final Clock clock;

    ScanResource(ShipmentQueries shipments, Scans scans, Pool pool, Outbox outbox, Clock clock) {
        this.shipments = shipments;
        this.scans = scans;
        this.pool = pool;
        this.outbox = outbox;
        this.clock = clock;
    }

    @PUT
    @Operation(
            summary = "Tell scans of a parcel",
            description =
                    "In any order; a scan told before changes nothing. They count for every shipment with its waybill.")
    @APIResponseSchema(value = ScansBody.class, responseDescription = "all scans of its waybill, by time")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<ScansBody> put(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String shipmentId,
            @Valid @NotNull(message = ScanBody.GIVEN) ScansBody body) {
        var id = new ShipmentId(shopId, shipmentId);
        var told = body.scans().stream()
                .map(scan -> scan.scan("scans.at", clock.instant()))
                .toList();
        return shipments
                .find(id)
                .map(shipment -> update(shipment, told))
                .chain(update -> pool.withTransaction(connection -> scans.take(connection, List.of(update))))
                .invoke(outbox::ring)
                .chain(() -> get(shopId, shipmentId));
    }

    @GET
    @Operation(summary = "All scans of a parcel's waybill, by time")
    @APIResponseSchema(value = ScansBody.class, responseDescription = "by time")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<ScansBody> get(@ShopId @RestPath String shopId, @FactId @RestPath String shipmentId) {
        return shipments
                .scans(new ShipmentId(shopId, shipmentId))
                .map(known -> new ScansBody(known.stream().map(ScanBody::of).toList()));
    }

    private static TrackingUpdate update(StoredShipment shipment, List<Scan> told) {
        var waybill = shipment.shipment().consignment().waybill();
        return new TrackingUpdate(waybill.carrier(), waybill.number(), PROVIDER, told);
    }
}
