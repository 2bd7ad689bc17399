package org.shopscore.aggregator.policy.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.aggregator.policy.version.Said;
import org.shopscore.problem.IfMatch;
import org.shopscore.problem.InTime;
import org.shopscore.problem.PageToken;

/** Which policy holds when, for the platform's operators. The ETag is the revision of the whole plan. */
@InTime
@Path("/v1/policy-switches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Policies")
class SwitchResource {

    private static final String NAME = Said.NAME;

    /** @param nextPageToken absent on the last page */
    @Schema(name = "PolicySwitches")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<SwitchView> switches, Optional<String> nextPageToken) {}

    private final Switches switches;

    SwitchResource(Switches switches) {
        this.switches = switches;
    }

    @GET
    @Operation(
            operationId = "listSwitches",
            summary = "All switches in the order in which they were made, past, planned and cancelled")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Page.class)))
    @APIResponse(responseCode = "400", description = "invalid-field, invalid-page-token")
    public Uni<Response> list(
            @RestQuery
                    @DefaultValue("50")
                    @Min(value = 1, message = "must be at least 1")
                    @Max(value = PageToken.MOST, message = "must be at most {value}")
                    int pageSize,
            @RestQuery String pageToken) {
        Optional<Long> after = PageToken.read(pageToken, 1, key -> Long.parseLong(key.getFirst()));
        return switches.page(after.orElse(0L), pageSize + 1)
                .map(found -> page(found, pageSize))
                .chain(page -> switches.revision()
                        .map(revision -> Response.ok(page)
                                .header(HttpHeaders.ETAG, IfMatch.tag(revision))
                                .build()));
    }

    @GET
    @Path("/{switchId}")
    @Operation(operationId = "getSwitch", summary = "One switch")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SwitchView.class)))
    @APIResponse(responseCode = "404", description = "unknown-switch")
    public Uni<Response> get(@RestPath String switchId) {
        return switches.find(switchId).map(SwitchResource::answer);
    }

    @PUT
    @Path("/{switchId}")
    @Operation(
            operationId = "planSwitch",
            summary = "Plan from when on a policy holds",
            description =
                    "It makes the official scores from effectiveFrom on, and all provisional ones from one instant on. A version needs a dry run before, unless it was in force already. The same again changes nothing.")
    @APIResponse(
            responseCode = "201",
            description = "new",
            content = @Content(schema = @Schema(implementation = SwitchView.class)))
    @APIResponse(
            responseCode = "200",
            description = "planned before",
            content = @Content(schema = @Schema(implementation = SwitchView.class)))
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(
            responseCode = "409",
            description =
                    "switch-exists, dry-run-required, state-forbids, later-switch-planned; day-begun: official scores of such a day are made already; too-many-codes: the policies of the plan would name more different entitlements or levels than the compact binary form has places for, 32 and 255; maturity-not-frozen: inputs of such a day are frozen that do not hold what matures by the policy")
    @APIResponse(responseCode = "412", description = "version-differs: the plan was edited meanwhile")
    @APIResponse(responseCode = "422", description = "unknown-policy, before-effective-from, too-soon")
    public Uni<Response> put(
            @RestPath @Pattern(regexp = NAME, message = "must match " + NAME) String switchId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull(message = Said.GIVEN) SwitchBody body) {
        return switches.put(switchId, body, ifMatch).map(SwitchResource::answer);
    }

    @PUT
    @Path("/{switchId}/cancellation")
    @Operation(
            operationId = "cancelSwitch",
            summary = "Take a switch out of the plan, as long as no process can have acted on it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SwitchView.class)))
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "404", description = "unknown-switch")
    @APIResponse(responseCode = "409", description = "too-late, day-begun, switch-cancelled")
    @APIResponse(responseCode = "412", description = "version-differs: the plan was edited meanwhile")
    public Uni<Response> cancel(
            @RestPath String switchId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull(message = Said.GIVEN) Said body) {
        return switches.cancel(switchId, body, ifMatch).map(SwitchResource::answer);
    }

    private static Page page(NavigableMap<Long, SwitchView> found, int pageSize) {
        var shown = found.keySet().stream().limit(pageSize).toList();
        return new Page(
                shown.stream().map(found::get).toList(),
                found.size() > pageSize
                        ? Optional.of(PageToken.of(shown.getLast().toString()))
                        : Optional.empty());
    }

    private static Response answer(Switches.Planned planned) {
        return Response.status(planned.isNew() ? 201 : 200)
                .entity(planned.view())
                .header(HttpHeaders.ETAG, IfMatch.tag(planned.revision()))
                .build();
    }
}
