package org.shopscore.aggregator.official;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.shopscore.aggregator.score.StatDay;
import org.shopscore.aggregator.tile.AskedDay;

/** The daily run, for the platform's operators. */
@Path("/v1/official-runs/{statDate}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Official scores")
class OfficialRunResource {

    private final OfficialRuns runs;
    private final Clock clock;

    OfficialRunResource(OfficialRuns runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    @PUT
    @ResponseStatus(202)
    @Operation(
            summary = "Have a past day run that has not been run",
            description = "Its inputs are frozen as they stand. A day that was run stays as it is: the answer says so.")
    @APIResponseSchema(value = OfficialRunView.class, responseCode = "202")
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "422", description = "day-out-of-range: its cut-off has not come")
    public Uni<OfficialRunView> put(@RestPath String statDate) {
        return runs.request(day(statDate));
    }

    @GET
    @Operation(summary = "How far the run of a day is")
    @APIResponseSchema(value = OfficialRunView.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid-field")
    public Uni<OfficialRunView> get(@RestPath String statDate) {
        return runs.state(day(statDate));
    }

    private LocalDate day(String given) {
        return AskedDay.past("statDate", given, StatDay.newest(clock.instant()));
    }
}
