package org.shopscore.aggregator.official.replay;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shopscore.aggregator.asked.InCalendar;
import org.shopscore.problem.ShopId;

/** For governance: is a past score what its inputs say? Nothing of it changes anything. */
@Path("/v1/replays")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Official scores")
class ReplayResource {

    private static final String GIVEN = "must be given";

    /** @param revision absent for the newest */
    @Schema(name = "Replay")
    record Body(
            @NotNull(message = GIVEN) @ShopId String shopId,
            @NotNull(message = GIVEN) @InCalendar LocalDate statDate,
            Optional<@Min(value = 0, message = "must be at least 0") Integer> revision) {}

    private final Replay replay;

    ReplayResource(Replay replay) {
        this.replay = replay;
    }

    @POST
    @Operation(
            operationId = "replayOfficialScore",
            summary = "Compute a past official score again from its stored inputs, and say which digits differ")
    @APIResponseSchema(value = Replay.Result.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "404", description = "unknown-shop, unknown-score")
    @APIResponse(responseCode = "409", description = "inputs-incomplete: they lack what the day's policy counts")
    public Uni<Replay.Result> replay(@Valid @NotNull(message = GIVEN) Body body) {
        return replay.of(body.shopId(), body.statDate(), body.revision());
    }
}
