package org.shopscore.aggregator.lookup;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.aggregator.official.AsOf;
import org.shopscore.aggregator.official.History;
import org.shopscore.aggregator.shop.Profiles;
import org.shopscore.aggregator.tile.AskedDay;
import org.shopscore.metric.BusinessDay;
import org.shopscore.problem.Refused;
import org.shopscore.problem.ShopId;

/** The scores that platform backends look up. */
@Path("/v1/shops/{shopId}/score")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scores")
class ScoreResource {

    private final NewestAnswers newest;
    private final TileScores tiles;
    private final History history;
    private final Profiles profiles;
    private final Clock clock;

    ScoreResource(NewestAnswers newest, TileScores tiles, History history, Profiles profiles, Clock clock) {
        this.newest = newest;
        this.tiles = tiles;
        this.history = history;
        this.profiles = profiles;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "The score of a shop and what it is made of",
            description =
                    "Without a day the newest one. With statDate the one of the 30 days that end on it, as the tiles stand now. With asOf the official one that held at the end of that day, as it was known then. With form=compact what a backend acts on, also while no store answers.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ScoreAnswer.class)))
    @APIResponse(responseCode = "304", description = "nothing changed since the version in If-None-Match")
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "404", description = "unknown-shop, unknown-score")
    @APIResponse(responseCode = "422", description = "day-out-of-range")
    public Uni<Response> score(
            @RestPath @ShopId String shopId,
            @RestQuery String statDate,
            @RestQuery String asOf,
            @RestQuery String form,
            @Context Request request) {
        LocalDate today = BusinessDay.of(clock.instant());
        if (form != null) {
            return newest.in(form, statDate != null || asOf != null, shopId, request);
        }
        if (asOf != null) {
            if (statDate != null) {
                throw Refused.field(400, "invalid-field", "asOf", "must not be given with statDate", asOf);
            }
            return asOf(shopId, AskedDay.past("asOf", asOf, today));
        }
        Uni<ScoreAnswer> answer =
                statDate == null ? newest.full(shopId) : tiles.of(shopId, AskedDay.past("statDate", statDate, today));
        return answer.map(found -> response(found, request));
    }

    private Uni<Response> asOf(String shopId, LocalDate day) {
        return history.asOf(shopId, BusinessDay.start(day.plusDays(1)))
                .map(found -> found.orElseThrow(() -> new Refused(
                        404, "unknown-score", "no official score of the shop " + shopId + " was published by " + day)))
                .map(official -> Response.ok(new AsOf(shopId, day, official)).build());
    }

    /** An answer from the tiles has no version, and so no tag. */
    private Response response(ScoreAnswer answer, Request request) {
        Optional<EntityTag> tag = answer.version()
                .map(version -> new EntityTag(
                        "%s;%s;%d;%s;%s"
                                .formatted(
                                        answer.policyVersion(),
                                        version,
                                        profiles.versionOf(answer.shopId()),
                                        answer.window().to(),
                                        answer.official()
                                                .map(score -> score.statDate() + "/" + score.revision())
                                                .orElse("-")),
                        true));
        var unchanged = tag.map(request::evaluatePreconditions);
        return unchanged
                .orElseGet(() -> tag.map(is -> Response.ok(answer).tag(is)).orElseGet(() -> Response.ok(answer)))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
