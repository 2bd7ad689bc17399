package org.shopscore.aggregator.termination;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.problem.IfMatch;
import org.shopscore.problem.InTime;
import org.shopscore.problem.PageToken;
import org.shopscore.problem.Refused;
import org.shopscore.problem.ShopId;

/** Termination reviews, for the platform's operators. A low score opens a case and decides nothing. */
@InTime
@Path("/v1/termination-reviews")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Termination reviews")
class TerminationResource {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** @param nextPageToken absent on the last page */
    @Schema(name = "TerminationCases")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<TerminationCase> cases, Optional<String> nextPageToken) {}

    private final TerminationReviews reviews;

    TerminationResource(TerminationReviews reviews) {
        this.reviews = reviews;
    }

    @GET
    @Operation(
            operationId = "listTerminationCases",
            summary = "Cases in the order in which they were opened, all or those of a state or a shop")
    @APIResponseSchema(value = Page.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid-field, invalid-page-token")
    public Uni<Page> list(
            @Parameter(schema = @Schema(implementation = TerminationCase.State.class)) @RestQuery String state,
            @RestQuery @ShopId String shopId,
            @RestQuery
                    @DefaultValue("50")
                    @Min(value = 1, message = "must be at least 1")
                    @Max(value = PageToken.MOST, message = "must be at most {value}")
                    int pageSize,
            @RestQuery String pageToken) {
        UUID after = PageToken.read(pageToken, 1, key -> UUID.fromString(key.getFirst()))
                .orElse(BEFORE_ALL);
        return reviews.page(after, state(state), shopId, pageSize + 1).map(found -> {
            var shown = found.stream().limit(pageSize).toList();
            return new Page(
                    shown,
                    found.size() > pageSize
                            ? Optional.of(PageToken.of(shown.getLast().caseId().toString()))
                            : Optional.empty());
        });
    }

    @GET
    @Path("/{caseId}")
    @Operation(operationId = "getTerminationCase", summary = "One case; its version is the ETag")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TerminationCase.class)))
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "404", description = "unknown-case")
    public Uni<Response> get(@RestPath String caseId) {
        return reviews.find(id(caseId)).map(TerminationResource::answer);
    }

    @PUT
    @Path("/{caseId}/decision")
    @Operation(
            operationId = "decideTerminationCase",
            summary = "Decide a case",
            description =
                    "By a person, with a reason. If-Match names the version that the person has seen. The same decision again changes nothing.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TerminationCase.class)))
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "404", description = "unknown-case")
    @APIResponse(
            responseCode = "409",
            description =
                    "case-closed: it is decided otherwise, the score has recovered, or a policy has ended the review")
    @APIResponse(responseCode = "412", description = "version-differs")
    @APIResponse(responseCode = "428", description = "version-required")
    public Uni<Response> decide(
            @RestPath String caseId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull(message = "must be given") Decision body) {
        return reviews.decide(id(caseId), body, ifMatch).map(TerminationResource::answer);
    }

    private static Response answer(TerminationCase found) {
        return Response.ok(found)
                .header(HttpHeaders.ETAG, IfMatch.tag(found.version()))
                .build();
    }

    private static UUID id(String given) {
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException _) {
            throw Refused.field(400, "invalid-field", "caseId", "must be the id of a case", given);
        }
    }

    private static Optional<TerminationCase.State> state(String given) {
        if (given == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(TerminationCase.State.values())
                .filter(state -> state.name().equals(given))
                .findFirst()
                .orElseThrow(() -> Refused.field(
                        400,
                        "invalid-field",
                        "state",
                        "must be one of " + Arrays.toString(TerminationCase.State.values()),
                        given)));
    }
}
