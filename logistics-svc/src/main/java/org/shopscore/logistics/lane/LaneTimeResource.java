package org.shopscore.logistics.lane;

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
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.region.RegionCode;
import org.shopscore.logistics.waybill.CarrierCode;
import org.shopscore.problem.PageToken;
import org.shopscore.problem.Refused;

/** The logistics desk's table of how long carriers may take. An order keeps what it was promised when it was placed. */
@Path("/v1/lane-times")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "lane times")
class LaneTimeResource {

    private static final String SIZE = "must be within 1 and " + PageToken.MOST;

    private final LaneMemory lanes;
    private final LaneStandards standards;
    private final Clock clock;

    LaneTimeResource(LaneMemory lanes, LaneStandards standards, Clock clock) {
        this.lanes = lanes;
        this.standards = standards;
        this.clock = clock;
    }

    @PUT
    @Path("/{carrier}/{from}/{to}")
    @Operation(
            summary = "Take in how long a carrier may take on a lane, from a date on",
            description =
                    "The carrier any stands for those that have nothing of their own. What was taken in never changes;"
                            + " another one with a later date goes before it.")
    @APIResponseSchema(value = LaneTimeView.class, responseCode = "201", responseDescription = "new")
    @APIResponse(
            responseCode = "200",
            description = "the same again",
            content = @Content(schema = @Schema(implementation = LaneTimeView.class)))
    @APIResponse(responseCode = "409", description = "lane-time-differs: the lane has another one from that date")
    public Uni<RestResponse<LaneTimeView>> put(
            @CarrierCode @RestPath String carrier,
            @RegionCode @RestPath String from,
            @RegionCode @RestPath String to,
            @Valid @NotNull(message = LaneTimeRequest.GIVEN) LaneTimeRequest body) {
        var given = body.standard(new Lane(carrier, new Region(from), new Region(to)), clock.instant());
        return lanes.add(List.of(given))
                .chain(added ->
                        added == 1 ? Uni.createFrom().item(answer(RestResponse.Status.CREATED, given)) : same(given));
    }

    @GET
    @Path("/{carrier}/{from}/{to}")
    @Operation(
            summary = "What holds on a lane",
            description =
                    "What the carrier has of its own goes before what holds for any; of those the one whose regions are"
                            + " closest; so the answer names the lane that it was written for.")
    @APIResponseSchema(value = LaneTimeView.class, responseDescription = "what holds at that instant, now without one")
    @APIResponse(responseCode = "404", description = "unknown-lane: nothing covers it")
    public Uni<LaneTimeView> get(
            @CarrierCode @RestPath String carrier,
            @RegionCode @RestPath String from,
            @RegionCode @RestPath String to,
            @RestQuery Optional<Instant> at) {
        var lane = new Lane(carrier, new Region(from), new Region(to));
        return Uni.createFrom()
                .item(lanes.standard(lane, at.orElseGet(clock::instant))
                        .map(LaneTimeView::of)
                        .orElseThrow(() -> unknown(lane)));
    }

    @GET
    @Operation(summary = "All lane times, by carrier, lane and date")
    @APIResponseSchema(value = LaneTimeView.Page.class, responseDescription = "a page")
    public Uni<LaneTimeView.Page> list(
            @RestQuery Optional<@CarrierCode String> carrier,
            @RestQuery Optional<@RegionCode String> from,
            @RestQuery Optional<@RegionCode String> to,
            @RestQuery @DefaultValue("50") @Min(value = 1, message = SIZE) @Max(value = PageToken.MOST, message = SIZE)
                    int pageSize,
            @RestQuery Optional<String> pageToken) {
        return standards
                .page(carrier, from.orElse(""), to.orElse(""), LaneKey.read(pageToken.orElse("")), pageSize + 1)
                .map(found -> LaneTimeView.Page.of(found, pageSize));
    }

    private Uni<RestResponse<LaneTimeView>> same(LaneStandard given) {
        return standards.find(given.lane(), given.validFrom()).map(found -> {
            var known = found.orElseThrow();
            if (!known.equals(given)) {
                throw new Refused(
                                409,
                                "lane-time-differs",
                                "the lane has another one from that date, and it never changes")
                        .with("known", LaneTimeView.of(known));
            }
            return answer(RestResponse.Status.OK, known);
        });
    }

    private static RestResponse<LaneTimeView> answer(RestResponse.Status status, LaneStandard standard) {
        return RestResponse.ResponseBuilder.create(status, LaneTimeView.of(standard))
                .build();
    }

    private static Refused unknown(Lane lane) {
        return new Refused(
                404,
                "unknown-lane",
                "nothing is known of " + lane.carrier() + " from " + lane.from().code() + " to "
                        + lane.to().code());
    }
}
