package org.shopscore.logistics.shipment;

import static org.jboss.resteasy.reactive.RestResponse.Status.CREATED;
import static org.jboss.resteasy.reactive.RestResponse.Status.OK;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.shopscore.problem.FactId;
import org.shopscore.problem.IfMatch;
import org.shopscore.problem.Instants;
import org.shopscore.problem.ShopId;

/** What a shop's warehouse tells of its parcels: which waybill holds the goods of which orders. */
@Path("/v1/shops/{shopId}/shipments/{shipmentId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "shipments")
class ShipmentResource {

    private static final String GIVEN = ShipmentRequest.GIVEN;
    private static final String UNKNOWN = "unknown-shipment";

    /** When the shop took a parcel back. */
    @Schema(name = "ShipmentCancellation")
    record Cancellation(
            @NotNull(message = GIVEN) @Schema(examples = "2026-03-01T06:00:00Z")
            Instant cancelledAt) {}

    private final ShipmentCommands commands;
    private final ShipmentQueries queries;
    private final Clock clock;

    ShipmentResource(ShipmentCommands commands, ShipmentQueries queries, Clock clock) {
        this.commands = commands;
        this.queries = queries;
        this.clock = clock;
    }

    @PUT
    @Operation(
            summary = "Declare a parcel, or edit it",
            description =
                    "Several shipments may name one order (split), one may name several (combined), and one may be"
                            + " sent in another's stead (replaces). Scans that its waybill has already count at once. With If-Match"
                            + " the content is replaced; without it a shipment that exists is only compared.")
    @APIResponseSchema(value = ShipmentView.class, responseCode = "201", responseDescription = "new")
    @APIResponse(
            responseCode = "200",
            description = "the same again, or edited",
            content = @Content(schema = @Schema(implementation = ShipmentView.class)))
    @APIResponse(responseCode = "404", description = "unknown-order, unknown-shipment: what it names is not there")
    @APIResponse(
            responseCode = "409",
            description =
                    "shipment-differs: it exists with other facts; replaces-other-orders: what it replaces holds none"
                            + " of these orders' goods")
    @APIResponse(responseCode = "412", description = "version-differs: it has changed since that version")
    public Uni<RestResponse<ShipmentView>> put(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String shipmentId,
            @RestHeader(IfMatch.HEADER) @Parameter(description = "the version to edit, as ETag gave it") String ifMatch,
            @Valid @NotNull(message = GIVEN) ShipmentRequest body) {
        var id = new ShipmentId(shopId, shipmentId);
        var given = body.consignment(clock.instant());
        return ifMatch == null
                ? commands.declare(id, given)
                        .map(declared -> answer(declared.isNew() ? CREATED : OK, declared.shipment()))
                : commands.edit(id, given, ifMatch).map(edited -> answer(OK, edited));
    }

    @PUT
    @Path("/cancellation")
    @Operation(
            summary = "The shop took the parcel back before the carrier had it",
            description = "A scan that proves the carrier's custody and becomes known later makes it void.")
    @APIResponseSchema(value = ShipmentView.class, responseDescription = "the shipment as it is known now")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = "shipment-handed-over: the carrier has had it")
    public Uni<ShipmentView> putCancellation(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String shipmentId,
            @Valid @NotNull(message = GIVEN) Cancellation body) {
        Instant at = Instants.past("cancelledAt", body.cancelledAt(), clock.instant());
        return commands.withdraw(new ShipmentId(shopId, shipmentId), at).map(ShipmentView::of);
    }

    @GET
    @Operation(summary = "A shipment as it is known now")
    @APIResponseSchema(value = ShipmentView.class, responseDescription = "the shipment as it is known now")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<RestResponse<ShipmentView>> get(@ShopId @RestPath String shopId, @FactId @RestPath String shipmentId) {
        return queries.find(new ShipmentId(shopId, shipmentId)).map(stored -> answer(OK, stored));
    }

    @GET
    @Path("/history")
    @Operation(summary = "How the shipment came to be as it is, oldest step first")
    @APIResponseSchema(value = ShipmentHistoryView.class, responseDescription = "one step a version")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<ShipmentHistoryView> getHistory(@ShopId @RestPath String shopId, @FactId @RestPath String shipmentId) {
        return queries.history(new ShipmentId(shopId, shipmentId))
                .map(steps -> new ShipmentHistoryView(shopId, shipmentId, steps));
    }

    private static RestResponse<ShipmentView> answer(RestResponse.Status status, StoredShipment stored) {
        return RestResponse.ResponseBuilder.create(status, ShipmentView.of(stored))
                .header(HttpHeaders.ETAG, IfMatch.tag(stored.version()))
                .build();
    }
}
