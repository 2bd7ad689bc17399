package org.shopscore.logistics.incident.desk;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.shopscore.logistics.incident.Move;
import org.shopscore.logistics.incident.Remedy;
import org.shopscore.problem.IfMatch;
import org.shopscore.problem.Refused;

/** Where the logistics desk says what is done about an exception; of each kind of remedy the last word counts. */
@Path(IncidentAddress.PATH + "/remedies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "exceptions")
@APIResponse(responseCode = "404", description = IncidentAddress.UNKNOWN)
@APIResponse(responseCode = "409", description = "exception-not-allowed: nobody sees to it")
@APIResponse(responseCode = "412", description = Edits.STALE)
@APIResponse(responseCode = "428", description = Edits.NO_VERSION)
class RemedyResource {

    private static final String GIVEN = IncidentRequest.GIVEN;

    private final Edits edits;
    private final Reshipments reshipments;

    RemedyResource(Edits edits, Reshipments reshipments) {
        this.edits = edits;
        this.reshipments = reshipments;
    }

    @PUT
    @Path("/reshipment")
    @Operation(summary = "The goods are sent again")
    @APIResponseSchema(value = IncidentView.class, responseDescription = "with that remedy")
    @APIResponse(responseCode = "422", description = "not-a-reshipment: that shipment does not replace this one")
    public Uni<RestResponse<IncidentView>> putReshipment(
            @Valid @BeanParam IncidentAddress address,
            @RestHeader(IfMatch.HEADER) String ifMatch,
            @Valid @NotNull(message = GIVEN) Decision.Reshipment body) {
        return reshipments
                .require(address.shipment(), body.shipmentId())
                .chain(() ->
                        settle(address, ifMatch, new Remedy.Reship(body.shipmentId()), "RESHIP " + body.shipmentId()));
    }

    @PUT
    @Path("/refund")
    @Operation(
            summary = "After-sales was asked to pay the money back",
            description = "The record of it, for after-sales to act on: nothing is called.")
    @APIResponseSchema(value = IncidentView.class, responseDescription = "with that remedy")
    public Uni<RestResponse<IncidentView>> putRefund(
            @Valid @BeanParam IncidentAddress address,
            @RestHeader(IfMatch.HEADER) String ifMatch,
            @Valid @NotNull(message = GIVEN) Decision.Refund body) {
        var at = edits.past("askedAt", body.askedAt());
        return settle(address, ifMatch, new Remedy.RefundAsked(at), "REFUND_ASKED at " + at);
    }

    @PUT
    @Path("/compensation")
    @Operation(summary = "The carrier pays")
    @APIResponseSchema(value = IncidentView.class, responseDescription = "with that remedy")
    public Uni<RestResponse<IncidentView>> putCompensation(
            @Valid @BeanParam IncidentAddress address,
            @RestHeader(IfMatch.HEADER) String ifMatch,
            @Valid @NotNull(message = GIVEN) Decision.Compensation body) {
        requireCurrency(body.currency());
        return settle(
                address,
                ifMatch,
                new Remedy.CarrierCompensation(body.amountMinor(), body.currency()),
                "CARRIER_COMPENSATION " + body.amountMinor() + " " + body.currency());
    }

    private Uni<RestResponse<IncidentView>> settle(
            IncidentAddress address, String ifMatch, Remedy remedy, String detail) {
        return edits.move(address, ifMatch, Move.settle(remedy), detail);
    }

    private static void requireCurrency(String code) {
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
        if (!known) {
            throw Refused.field(400, "invalid-field", "currency", Decision.Compensation.CURRENCY, code);
        }
    }
}
