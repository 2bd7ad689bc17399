package org.shopscore.aggregator.lookup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.aggregator.lookup.answer.ScoreAnswer;
import org.shopscore.aggregator.lookup.compact.CompactForm;
import org.shopscore.aggregator.lookup.compact.CompactLines;
import org.shopscore.aggregator.official.history.AsOf;
import org.shopscore.aggregator.official.history.History;
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
    private final ObjectMapper json;
    private final Clock clock;

    ScoreResource(NewestAnswers newest, TileScores tiles, History history, ObjectMapper json, Clock clock) {
        this.newest = newest;
        this.tiles = tiles;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "getScore",
            summary = "The score of a shop and what it is made of",
            description =
                    "Without a day the newest one. With statDate the one of the 30 days that end on it, as the tiles stand now. With asOf the official one that held at the end of that day, as it was known then. With form=compact what a backend acts on, also while no store answers.")
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = "tags that are known already, as ETag gave them",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description =
                                    "weak, of all but how far it is proven; of the newest score, and where its sums have a version",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(oneOf = {ScoreAnswer.class, AsOf.class, CompactForm.class})))
    @APIResponse(responseCode = "304", description = "nothing changed since the version in If-None-Match")
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "404", description = "unknown-shop, unknown-score")
    @APIResponse(responseCode = "422", description = "day-out-of-range")
    public Uni<Response> score(
            @RestPath @ShopId String shopId,
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date")) @RestQuery String statDate,
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date")) @RestQuery String asOf,
            @Parameter(schema = @Schema(type = SchemaType.STRING, enumeration = "compact")) @RestQuery String form,
            @Context HttpHeaders head) {
        String known = head.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        LocalDate today = BusinessDay.of(clock.instant());
        if (form != null) {
            return newest.in(form, statDate != null || asOf != null, shopId, known);
        }
        if (asOf != null) {
            if (statDate != null) {
                throw Refused.field(400, "invalid-field", "asOf", "must not be given with statDate", asOf);
            }
            return asOf(shopId, AskedDay.past("asOf", asOf, today));
        }
        Uni<ScoreAnswer> answer =
                statDate == null ? newest.full(shopId) : tiles.of(shopId, AskedDay.past("statDate", statDate, today));
        return answer.map(found -> response(found, known));
    }

    /** Of all that is said but how far it is proven. */
    private String tag(ScoreAnswer answer) {
        try {
            long hash = CompactLines.hash(json.writeValueAsBytes(answer.withoutProof()));
            return HexFormat.of().toHexDigits(hash);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Uni<Response> asOf(String shopId, LocalDate day) {
        return history.asOf(shopId, BusinessDay.start(day.plusDays(1)))
                .map(found -> found.orElseThrow(() -> new Refused(
                        404, "unknown-score", "no official score of the shop " + shopId + " was published by " + day)))
                .map(official -> Response.ok(new AsOf(shopId, day, official)).build());
    }

    /** An answer from the tiles has no version, and so no tag. */
    private Response response(ScoreAnswer answer, String known) {
        return NewestAnswers.answer(answer.version().map(_ -> tag(answer)), known, () -> Response.ok(answer));
    }
}
