package org.shopscore.logistics.incident.threshold;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shopscore.problem.FactId;
import org.shopscore.problem.IfMatch;
import org.shopscore.problem.PageToken;

/** Where the logistics team says how long parcels may take; what is edited here counts for the parcels that are declared from then on. */
@Path("/v1/exception-thresholds")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "exceptions")
class ThresholdResource {

    private static final String PAGE_SIZE = "must be 1 to 200";

    private final Thresholds thresholds;

    ThresholdResource(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @PUT
    @Path("/{thresholdId}")
    @Operation(summary = "Set a lane's threshold, or edit its hours with If-Match")
    @APIResponseSchema(value = ThresholdView.class, responseCode = "201", responseDescription = "new")
    @APIResponse(
            responseCode = "200",
            description = "edited, or the same again",
            content = @Content(schema = @Schema(implementation = ThresholdView.class)))
    @APIResponse(
            responseCode = "409",
            description = "threshold-differs: it is for another lane; threshold-exists: the lane has another one")
    @APIResponse(responseCode = "412", description = "version-differs")
    @APIResponse(responseCode = "428", description = "version-required")
    public Uni<RestResponse<ThresholdView>> put(
            @FactId @RestPath String thresholdId,
            @RestHeader(IfMatch.HEADER) String ifMatch,
            @Valid @NotNull(message = ThresholdRequest.GIVEN) ThresholdRequest body) {
        return thresholds
                .put(thresholdId, body.threshold(), ifMatch)
                .map(placed -> RestResponse.ResponseBuilder.create(
                                placed.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                                ThresholdView.of(placed.stored()))
                        .header(HttpHeaders.ETAG, IfMatch.tag(placed.stored().version()))
                        .build());
    }

    @GET
    @Operation(
            summary = "All thresholds by id",
            description = "Of those that fit a parcel, the one that names most of its way counts.")
    @APIResponseSchema(value = ThresholdView.Page.class, responseDescription = "one page")
    @APIResponse(responseCode = "400", description = "invalid-field, invalid-page-token")
    public Uni<ThresholdView.Page> list(
            @RestQuery
                    @DefaultValue("50")
                    @Min(value = 1, message = PAGE_SIZE)
                    @Max(value = PageToken.MOST, message = PAGE_SIZE)
                    int pageSize,
            @RestQuery String pageToken) {
        String after = PageToken.read(pageToken, 1).map(List::getFirst).orElse("");
        return thresholds.page(after, pageSize + 1).map(found -> ThresholdView.Page.of(found, pageSize));
    }
}
