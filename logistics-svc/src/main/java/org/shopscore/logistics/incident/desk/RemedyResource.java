package org.shopscore.logistics.incident.desk;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.shopscore.logistics.incident.Move;
import org.shopscore.logistics.incident.Remedy;
import org.shopscore.logistics.incident.record.IncidentCommands;
import org.shopscore.logistics.incident.record.IncidentId;
import org.shopscore.logistics.shipment.ShipmentId;
import org.shopscore.problem.FactId;
import org.shopscore.problem.IfMatch;
import org.shopscore.problem.Instants;
import org.shopscore.problem.Refused;
import org.shopscore.problem.ShopId;

/** Where the logistics desk says what is done about an exception; of each kind of remedy the last word counts. */
@Path("/v1/shops/{shopId}/shipments/{shipmentId}/exceptions/{exceptionId}/remedies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "exceptions")
class RemedyResource {

    private static final String GIVEN = IncidentRequest.GIVEN;
    private static final String UNKNOWN = "unknown-exception, unknown-shipment";
    private static final String NOT_ALLOWED = "exception-not-allowed: nobody sees to it";
    private static final String STALE = "version-differs";
    private static final String NO_VERSION = "version-required";

    private final IncidentCommands commands;
    private final Reshipments reshipments;
    private final Clock clock;

    RemedyResource(IncidentCommands commands, Reshipments reshipments, Clock clock) {
        this.commands = commands;
        this.reshipments = reshipments;
        this.clock = clock;
    }

    @PUT
    @Path("/reshipment")
    @Operation(summary = "The goods are sent again")
    @APIResponseSchema(value = IncidentView.class, responseDescription = "with that remedy")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = NOT_ALLOWED)
    @APIResponse(responseCode = "412", description = STALE)
    @APIResponse(responseCode = "422", description = "not-a-reshipment: that shipment does not replace this one")
    @APIResponse(responseCode = "428", description = NO_VERSION)
    public Uni<RestResponse<IncidentView>> putReshipment(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String shipmentId,
            @FactId @RestPath String exceptionId,
            @RestHeader(IfMatch.HEADER) String ifMatch,
            @Valid @NotNull(message = GIVEN) Decision.Reshipment body) {
        var shipment = new ShipmentId(shopId, shipmentId);
        return reshipments
                .require(shipment, body.shipmentId())
                .chain(() -> settle(
                        new IncidentId(shopId, exceptionId),
                        shipment,
                        ifMatch,
                        new Remedy.Reship(body.shipmentId()),
                        "RESHIP " + body.shipmentId()));
    }

    @PUT
    @Path("/refund")
    @Operation(
            summary = "After-sales was asked to pay the money back",
            description = "The record of it, for after-sales to act on: nothing is called.")
    @APIResponseSchema(value = IncidentView.class, responseDescription = "with that remedy")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = NOT_ALLOWED)
    @APIResponse(responseCode = "412", description = STALE)
    @APIResponse(responseCode = "428", description = NO_VERSION)
    public Uni<RestResponse<IncidentView>> putRefund(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String shipmentId,
            @FactId @RestPath String exceptionId,
            @RestHeader(IfMatch.HEADER) String ifMatch,
            @Valid @NotNull(message = GIVEN) Decision.Refund body) {
        var at = Instants.past("askedAt", body.askedAt(), clock.instant());
        return settle(
                new IncidentId(shopId, exceptionId),
                new ShipmentId(shopId, shipmentId),
                ifMatch,
                new Remedy.RefundAsked(at),
                "REFUND_ASKED at " + at);
    }

    @PUT
    @Path("/compensation")
    @Operation(summary = "The carrier pays")
    @APIResponseSchema(value = IncidentView.class, responseDescription = "with that remedy")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = NOT_ALLOWED)
    @APIResponse(responseCode = "412", description = STALE)
    @APIResponse(responseCode = "428", description = NO_VERSION)
    public Uni<RestResponse<IncidentView>> putCompensation(
            @ShopId @RestPath String shopId,
            @FactId @RestPath String shipmentId,
            @FactId @RestPath String exceptionId,
            @RestHeader(IfMatch.HEADER) String ifMatch,
            @Valid @NotNull(message = GIVEN) Decision.Compensation body) {
        requireCurrency(body.currency());
        return settle(
                new IncidentId(shopId, exceptionId),
                new ShipmentId(shopId, shipmentId),
                ifMatch,
                new Remedy.CarrierCompensation(body.amountMinor(), body.currency()),
                "CARRIER_COMPENSATION " + body.amountMinor() + " " + body.currency());
    }

    private Uni<RestResponse<IncidentView>> settle(
            IncidentId id, ShipmentId shipment, String ifMatch, Remedy remedy, String detail) {
        return commands.move(id, shipment, ifMatch, Move.settle(remedy), detail).map(Answers::ok);
    }

    private static void requireCurrency(String code) {
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
        if (!known) {
            throw Refused.field(400, "invalid-field", "currency", Decision.Compensation.CURRENCY, code);
        }
    }
}
