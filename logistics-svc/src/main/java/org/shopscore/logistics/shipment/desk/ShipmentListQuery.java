package org.shopscore.logistics.shipment.desk;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.logistics.incident.IncidentType;
import org.shopscore.logistics.shipment.ShipmentState;
import org.shopscore.logistics.waybill.CarrierCode;
import org.shopscore.logistics.waybill.WaybillNumber;
import org.shopscore.problem.PageToken;

/** What a list of shipments is asked for. */
class ShipmentListQuery {

    private static final String PAGE_SIZE = "must be 1 to 200";

    @RestQuery
    Optional<ShipmentState> state;

    @RestQuery
    @Parameter(description = "one of whose orders has its next open limit before")
    Optional<Instant> dueBefore;

    @RestQuery
    @Parameter(description = "under way, and the last scan was before, or there is none")
    Optional<Instant> silentSince;

    @RestQuery
    Optional<@CarrierCode String> carrier;

    @RestQuery
    Optional<@WaybillNumber String> waybill;

    @RestQuery
    @Parameter(description = "which has an exception of this type that is still worked on")
    Optional<IncidentType> exception;

    @RestQuery
    @DefaultValue("50")
    @Min(value = 1, message = PAGE_SIZE)
    @Max(value = PageToken.MOST, message = PAGE_SIZE)
    int pageSize;

    @RestQuery
    String pageToken;
}
