package org.shopscore.aggregator.change.stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.problem.Refused;

/** Describes the stream, and refuses what {@link ChangeStream} does not answer. */
@Path(ChangeStream.PATH)
@Produces(MediaType.SERVER_SENT_EVENTS)
@Tag(name = "Scores")
class ChangeStreamResource {

    private static final Duration LATER = Duration.ofSeconds(5);

    @GET
    @Operation(
            operationId = "streamScoreChanges",
            summary = "Changes of scores, entitlements and reviews as they are told, as Server-Sent Events",
            description =
                    "Each event has the type and the data of a record of the topic score-changes, and an id from which the stream goes on after any interruption, at any replica. Without a place to begin: from now on. from=beginning: the newest of everything first. A reader that does not keep up is cut off with the event cut-off and comes back by its last id.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "503", description = "too-many-readers")
    public Response changes(
            @Parameter(description = "the id of the last event that was read") @HeaderParam(Asked.LAST)
                    String lastEventId,
            @Parameter(description = "the same, or beginning") @RestQuery String from,
            @Parameter(description = "of one shop only") @RestQuery String shopId,
            @Parameter(description = "of the shops whose main category is exactly this one when it is told") @RestQuery
                    String category) {
        var errors = Asked.of(lastEventId, from, shopId, category).errors();
        if (!errors.isEmpty()) {
            throw new Refused(
                            400,
                            "invalid-field",
                            errors.stream()
                                    .map(error -> error.field() + " " + error.message())
                                    .collect(Collectors.joining(", ")))
                    .with("errors", errors);
        }
        throw new Refused(503, "too-many-readers", "as many readers as this process takes are connected")
                .retryAfter(LATER);
    }
}
