package org.shopscore.logistics.disruption;

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
import java.time.Clock;
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

/** Where the logistics team reports what holds a whole region up; the orders concerned leave the on-time measures by themselves. */
@Path("/v1/disruptions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "disruptions")
class DisruptionResource {

    private static final String GIVEN = DisruptionRequest.GIVEN;
    private static final String UNKNOWN = "unknown-disruption";
    private static final String PAGE_SIZE = "must be 1 to 200";

    private final Disruptions disruptions;
    private final Clock clock;

    DisruptionResource(Disruptions disruptions, Clock clock) {
        this.disruptions = disruptions;
        this.clock = clock;
    }

    @PUT
    @Path("/{disruptionId}")
    @Operation(summary = "Report a disruption, or edit it with If-Match")
    @APIResponseSchema(value = DisruptionView.class, responseCode = "201", responseDescription = "new")
    @APIResponse(
            responseCode = "200",
            description = "edited, or the same again",
            content = @Content(schema = @Schema(implementation = DisruptionView.class)))
    @APIResponse(responseCode = "409", description = "disruption-withdrawn")
    @APIResponse(responseCode = "412", description = "version-differs")
    @APIResponse(responseCode = "428", description = "version-required: it exists with other content")
    public Uni<RestResponse<DisruptionView>> put(
            @FactId @RestPath String disruptionId,
            @RestHeader(IfMatch.HEADER) String ifMatch,
            @Valid @NotNull(message = GIVEN) DisruptionRequest body) {
        return disruptions
                .put(disruptionId, body.report(clock.instant()), ifMatch)
                .map(placed ->
                        answer(placed.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK, placed.stored()));
    }

    @PUT
    @Path("/{disruptionId}/withdrawal")
    @Operation(summary = "Take a report back", description = "Every order that it excluded counts again.")
    @APIResponseSchema(value = DisruptionView.class, responseDescription = "withdrawn")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "disruption-withdrawn: for another reason")
    @APIResponse(responseCode = "412", description = "version-differs")
    @APIResponse(responseCode = "428", description = "version-required")
    public Uni<RestResponse<DisruptionView>> putWithdrawal(
            @FactId @RestPath String disruptionId,
            @RestHeader(IfMatch.HEADER) String ifMatch,
            @Valid @NotNull(message = GIVEN) DisruptionRequest.Withdrawal body) {
        return disruptions
                .withdraw(disruptionId, body.masked(), ifMatch)
                .map(stored -> answer(RestResponse.Status.OK, stored));
    }

    @GET
    @Path("/{disruptionId}")
    @Operation(summary = "A disruption as it is known now")
    @APIResponseSchema(value = DisruptionView.class, responseDescription = "with its version as ETag")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<RestResponse<DisruptionView>> get(@FactId @RestPath String disruptionId) {
        return disruptions.find(disruptionId).map(stored -> answer(RestResponse.Status.OK, stored));
    }

    @GET
    @Path("/{disruptionId}/history")
    @Operation(summary = "What was said of the disruption, oldest first")
    @APIResponseSchema(value = DisruptionView.History.class, responseDescription = "one step a version")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<DisruptionView.History> getHistory(@FactId @RestPath String disruptionId) {
        return disruptions.history(disruptionId);
    }

    @GET
    @Operation(summary = "All disruptions by id, withdrawn ones too")
    @APIResponseSchema(value = DisruptionView.Page.class, responseDescription = "one page")
    public Uni<DisruptionView.Page> list(
            @RestQuery
                    @DefaultValue("50")
                    @Min(value = 1, message = PAGE_SIZE)
                    @Max(value = PageToken.MOST, message = PAGE_SIZE)
                    int pageSize,
            @RestQuery String pageToken) {
        String after = PageToken.read(pageToken, 1).map(List::getFirst).orElse("");
        return disruptions.page(after, pageSize + 1).map(found -> DisruptionView.Page.of(found, pageSize));
    }

    private static RestResponse<DisruptionView> answer(RestResponse.Status status, StoredDisruption stored) {
        return RestResponse.ResponseBuilder.create(status, DisruptionView.of(stored))
                .header(HttpHeaders.ETAG, IfMatch.tag(stored.version()))
                .build();
    }
}
