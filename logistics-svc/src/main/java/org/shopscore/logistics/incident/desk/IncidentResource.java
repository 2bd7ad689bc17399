package org.shopscore.logistics.incident.desk;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.shopscore.logistics.incident.Move;
import org.shopscore.logistics.incident.record.IncidentCommands;
import org.shopscore.logistics.incident.record.IncidentId;
import org.shopscore.logistics.incident.record.IncidentQueries;
import org.shopscore.logistics.masking.Masking;
import org.shopscore.logistics.shipment.ShipmentId;
import org.shopscore.problem.FactId;
import org.shopscore.problem.IfMatch;
import org.shopscore.problem.Instants;
import org.shopscore.problem.ShopId;

/** Where the logistics desk works on one exception. Edits name the version they were made from; the same again changes nothing. */
@Path("/v1/shops/{shopId}/shipments/{shipmentId}/exceptions/{exceptionId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "exceptions")
class IncidentResource {

    private static final String GIVEN = IncidentRequest.GIVEN;
    private static final String UNKNOWN = "unknown-exception, unknown-shipment";
    private static final String NOT_ALLOWED = "exception-not-allowed: the state does not allow it";
    private static final String STALE = "version-differs";
    private static final String NO_VERSION = "version-required";

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
            @ShopId @RestPath String shopId,
            @FactId @RestPath String shipmentId,
            @FactId @RestPath String exceptionId,
            @Valid @NotNull(message = GIVEN) IncidentRequest body) {
        return commands.open(
                        new IncidentId(shopId, exceptionId),
                        body.told(new ShipmentId(shopId, shipmentId)),
                        body.occurrence(clock.instant()))
                .map(opened -> Answers.of(
                        opened.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK, opened.stored()));
    }

    @PUT
    @Path("/owner")
    @Operation(summary = "Somebody sees to it from now on")
    @APIResponseSchema(value = IncidentView.class, responseDescription = "in trace")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = NOT_ALLOWED)
    @APIResponse(responseCode = "412", description = STALE)
    @APIResponse(responseCode = "428", description = NO_VERSION)
    public Uni<RestResponse<IncidentView>> putOwner(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String shipmentId,
            @FactId @RestPath String exceptionId,
            @RestHeader(IfMatch.HEADER) String ifMatch,
            @Valid @NotNull(message = GIVEN) Decision.Owner body) {
        return move(shopId, shipmentId, exceptionId, ifMatch, Move.assign(body.owner()), body.owner());
    }

    @PUT
    @Path("/fault")
    @Operation(
            summary = "Whose fault it is",
            description =
                    "Allowed also when it is closed. A parcel lost by force majeure takes its orders out of the delivery"
                            + " measures, any other fault brings them back.")
    @APIResponseSchema(value = IncidentView.class, responseDescription = "with that fault")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = NOT_ALLOWED)
    @APIResponse(responseCode = "412", description = STALE)
    @APIResponse(responseCode = "428", description = NO_VERSION)
    public Uni<RestResponse<IncidentView>> putFault(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String shipmentId,
            @FactId @RestPath String exceptionId,
            @RestHeader(IfMatch.HEADER) String ifMatch,
            @Valid @NotNull(message = GIVEN) Decision.Attribution body) {
        String detail = body.fault() + ": " + Masking.mask(body.reason());
        return move(shopId, shipmentId, exceptionId, ifMatch, Move.attribute(body.fault()), detail);
    }

    @PUT
    @Path("/closing")
    @Operation(summary = "Everything is done about it", description = "It is never opened again; a new one is.")
    @APIResponseSchema(value = IncidentView.class, responseDescription = "closed")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = NOT_ALLOWED)
    @APIResponse(responseCode = "412", description = STALE)
    @APIResponse(responseCode = "428", description = NO_VERSION)
    public Uni<RestResponse<IncidentView>> putClosing(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String shipmentId,
            @FactId @RestPath String exceptionId,
            @RestHeader(IfMatch.HEADER) String ifMatch,
            @Valid @NotNull(message = GIVEN) Decision.Closing body) {
        var at = Instants.past("closedAt", body.closedAt(), clock.instant());
        return move(shopId, shipmentId, exceptionId, ifMatch, Move.close(at), "at " + at);
    }

    @PUT
    @Path("/withdrawal")
    @Operation(
            summary = "It was opened by mistake",
            description = "It counts for nothing, and no evidence brings it back.")
    @APIResponseSchema(value = IncidentView.class, responseDescription = "withdrawn")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = NOT_ALLOWED)
    @APIResponse(responseCode = "412", description = STALE)
    @APIResponse(responseCode = "428", description = NO_VERSION)
    public Uni<RestResponse<IncidentView>> putWithdrawal(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String shipmentId,
            @FactId @RestPath String exceptionId,
            @RestHeader(IfMatch.HEADER) String ifMatch,
            @Valid @NotNull(message = GIVEN) Decision.Withdrawal body) {
        String reason = Masking.mask(body.reason());
        return move(shopId, shipmentId, exceptionId, ifMatch, Move.withdraw(clock.instant(), reason), reason);
    }

    @GET
    @Operation(summary = "An exception as it is known now")
    @APIResponseSchema(value = IncidentView.class, responseDescription = "with its version as ETag")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<RestResponse<IncidentView>> get(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String shipmentId,
            @FactId @RestPath String exceptionId) {
        return queries.find(new IncidentId(shopId, exceptionId), new ShipmentId(shopId, shipmentId))
                .map(Answers::ok);
    }

    @GET
    @Path("/history")
    @Operation(summary = "How the exception came to be as it is, oldest step first")
    @APIResponseSchema(value = IncidentView.History.class, responseDescription = "one step a version")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<IncidentView.History> getHistory(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String shipmentId,
            @FactId @RestPath String exceptionId) {
        var id = new IncidentId(shopId, exceptionId);
        return queries.find(id, new ShipmentId(shopId, shipmentId))
                .chain(_ -> queries.history(id))
                .map(steps -> IncidentView.History.of(id, steps));
    }

    private Uni<RestResponse<IncidentView>> move(
            String shopId, String shipmentId, String exceptionId, String ifMatch, Move move, String detail) {
        return commands.move(
                        new IncidentId(shopId, exceptionId), new ShipmentId(shopId, shipmentId), ifMatch, move, detail)
                .map(Answers::ok);
    }
}
