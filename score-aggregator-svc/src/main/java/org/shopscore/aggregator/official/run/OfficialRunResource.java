package org.shopscore.aggregator.official.run;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.shopscore.aggregator.score.window.StatDay;
import org.shopscore.aggregator.tile.AskedDay;
import org.shopscore.problem.InTime;

/** The daily run, for the platform's operators. */
@InTime
@Path("/v1/official-runs/{statDate}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Official scores")
class OfficialRunResource {

    private final OfficialRuns runs;
    private final RequestedDays requested;
    private final Clock clock;

    OfficialRunResource(OfficialRuns runs, RequestedDays requested, Clock clock) {
        this.runs = runs;
        this.requested = requested;
        this.clock = clock;
    }

    @PUT
    @ResponseStatus(202)
    @Operation(
            operationId = "requestOfficialRun",
            summary = "Have a past day run that has not been run",
            description = "Its inputs are frozen as they stand. A day that was run stays as it is: the answer says so.")
    @APIResponseSchema(value = OfficialRunView.class, responseCode = "202")
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "422", description = "day-out-of-range: its cut-off has not come")
    public Uni<OfficialRunView> put(
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date")) @RestPath String statDate) {
        return runs.request(day(statDate));
    }

    @GET
    @Operation(
            operationId = "getOfficialRun",
            summary = "How far the run of a day is",
            description =
                    "WAITING until the inputs of all 32 partitions are frozen, then RUNNING, then PUBLISHED. NOT_REQUESTED: its deadline is over, nothing of it is frozen and nobody has asked for it, so that it is run when somebody does; after a standstill the partitions may still come to it by themselves.")
    @APIResponseSchema(value = OfficialRunView.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "422", description = "day-out-of-range: its cut-off has not come")
    public Uni<OfficialRunView> get(
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date")) @RestPath String statDate) {
        LocalDate day = day(statDate);
        boolean isOver = !clock.instant().isBefore(StatDay.deadline(day));
        return requested
                .contain(day)
                .chain(isRequested -> runs.state(day).map(view -> isOver && !isRequested ? view.unasked() : view));
    }

    private LocalDate day(String given) {
        return AskedDay.past("statDate", given, StatDay.newest(clock.instant()));
    }
}
