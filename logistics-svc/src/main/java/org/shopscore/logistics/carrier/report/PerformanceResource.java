package org.shopscore.logistics.carrier.report;

import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.logistics.region.RegionCode;
import org.shopscore.logistics.waybill.CarrierCode;
import org.shopscore.problem.PageToken;

/** How well a carrier does, for the logistics desk. */
@Path("/v1/carriers/{carrier}/performance")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "carrier performance")
class PerformanceResource {

    private static final String SIZE = "must be within 1 and " + PageToken.MOST;

    private final CarrierWeeks weeks;

    PerformanceResource(CarrierWeeks weeks) {
        this.weeks = weeks;
    }

    @GET
    @Operation(
            summary = "A carrier's weeks on its lanes, the latest first",
            description =
                    "Lanes go from province to province; a closer region is answered with its province. Weeks are of"
                            + " ISO 8601 in Asia/Shanghai. A carrier without parcels has no weeks.")
    @APIResponseSchema(value = PerformanceView.Page.class, responseDescription = "a page")
    public Uni<PerformanceView.Page> list(
            @CarrierCode @RestPath String carrier,
            @RestQuery Optional<@RegionCode String> from,
            @RestQuery Optional<@RegionCode String> to,
            @RestQuery Optional<String> week,
            @RestQuery @DefaultValue("50") @Min(value = 1, message = SIZE) @Max(value = PageToken.MOST, message = SIZE)
                    int pageSize,
            @RestQuery Optional<String> pageToken) {
        var query = WeekQuery.of(carrier, from, to, week, pageToken.orElse(""));
        return weeks.page(query, pageSize + 1).map(found -> PerformanceView.Page.of(found, pageSize));
    }
}
