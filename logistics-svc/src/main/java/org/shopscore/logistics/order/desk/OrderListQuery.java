package org.shopscore.logistics.order.desk;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.logistics.incident.IncidentType;
import org.shopscore.logistics.order.State;
import org.shopscore.logistics.waybill.CarrierCode;
import org.shopscore.problem.PageToken;

/** What a list of orders is asked for. */
class OrderListQuery {

    private static final String PAGE_SIZE = "must be 1 to 200";

    @RestQuery
    Optional<State> state;

    @RestQuery
    @Parameter(description = "whose next open limit is before; the list is then in the order of these limits")
    Optional<Instant> dueBefore;

    @RestQuery
    @Parameter(description = "which the order or one of its parcels goes by")
    Optional<@CarrierCode String> carrier;

    @RestQuery
    @Parameter(description = "one of whose parcels has an exception of this type that is still worked on")
    Optional<IncidentType> exception;

    @RestQuery
    @DefaultValue("50")
    @Min(value = 1, message = PAGE_SIZE)
    @Max(value = PageToken.MOST, message = PAGE_SIZE)
    int pageSize;

    @RestQuery
    String pageToken;
}
