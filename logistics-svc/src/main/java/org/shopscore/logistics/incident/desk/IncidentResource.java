package org.shopscore.logistics.incident.desk;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.shopscore.logistics.incident.record.IncidentCommands;
import org.shopscore.logistics.incident.record.IncidentQueries;

/** Where exceptions are opened by hand and looked up. */
@Path(IncidentAddress.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "exceptions")
class IncidentResource {

    private final IncidentCommands commands;
    private final IncidentQueries queries;
    private final Clock clock;

    IncidentResource(IncidentCommands commands, IncidentQueries queries, Clock clock) {
        this.commands = commands;
        this.queries = queries;
        this.clock = clock;
    }

    @PUT
    @Operation(summary = "Open an exception by hand")
    @APIResponseSchema(value = IncidentView.class, responseCode = "201", responseDescription = "new")
    @APIResponse(
            responseCode = "200",
            description = "the same again",
            content = @Content(schema = @Schema(implementation = IncidentView.class)))
    @APIResponse(responseCode = "404", description = "unknown-shipment")
    @APIResponse(
            responseCode = "409",
            description = "exception-differs; exception-exists: another one of the shipment says the same")
    public Uni<RestResponse<IncidentView>> put(
            @Valid @BeanParam IncidentAddress address,
            @Valid @NotNull(message = IncidentRequest.GIVEN) IncidentRequest body) {
        return commands.open(address.incident(), body.told(address.shipment()), body.occurrence(clock.instant()))
                .map(opened -> Answers.of(
                        opened.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK, opened.stored()));
    }

    @GET
    @Operation(summary = "An exception as it is known now")
    @APIResponseSchema(value = IncidentView.class, responseDescription = "with its version as ETag")
    @APIResponse(responseCode = "404", description = IncidentAddress.UNKNOWN)
    public Uni<RestResponse<IncidentView>> get(@Valid @BeanParam IncidentAddress address) {
        return queries.find(address.incident(), address.shipment()).map(Answers::ok);
    }

    @GET
    @Path("/history")
    @Operation(summary = "How the exception came to be as it is, oldest step first")
    @APIResponseSchema(value = IncidentView.History.class, responseDescription = "one step a version")
    @APIResponse(responseCode = "404", description = IncidentAddress.UNKNOWN)
    public Uni<IncidentView.History> getHistory(@Valid @BeanParam IncidentAddress address) {
        var id = address.incident();
        return queries.find(id, address.shipment())
                .chain(_ -> queries.history(id))
                .map(steps -> IncidentView.History.of(id, steps));
    }
}
