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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.shopscore.logistics.incident.Move;
import org.shopscore.logistics.masking.Masking;
import org.shopscore.problem.IfMatch;

/** Where the logistics desk works on one exception. Edits name the version they were made from; the same again changes nothing. */
@Path(IncidentAddress.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "exceptions")
@APIResponse(responseCode = "404", description = IncidentAddress.UNKNOWN)
@APIResponse(responseCode = "409", description = "exception-not-allowed: the state does not allow it")
@APIResponse(responseCode = "412", description = Edits.STALE)
@APIResponse(responseCode = "428", description = Edits.NO_VERSION)
class HandlingResource {

    private static final String GIVEN = IncidentRequest.GIVEN;

    private final Edits edits;

    HandlingResource(Edits edits) {
        this.edits = edits;
    }

    @PUT
    @Path("/owner")
    @Operation(summary = "Somebody sees to it from now on")
    @APIResponseSchema(value = IncidentView.class, responseDescription = "in trace")
    public Uni<RestResponse<IncidentView>> putOwner(
            @Valid @BeanParam IncidentAddress address,
            @RestHeader(IfMatch.HEADER) String ifMatch,
            @Valid @NotNull(message = GIVEN) Decision.Owner body) {
        return edits.move(address, ifMatch, Move.assign(body.owner()), body.owner());
    }

    @PUT
    @Path("/fault")
    @Operation(
            summary = "Whose fault it is",
            description =
                    "Allowed also when it is closed. A parcel lost by force majeure takes its orders out of the delivery"
                            + " measures, any other fault brings them back.")
    @APIResponseSchema(value = IncidentView.class, responseDescription = "with that fault")
    public Uni<RestResponse<IncidentView>> putFault(
            @Valid @BeanParam IncidentAddress address,
            @RestHeader(IfMatch.HEADER) String ifMatch,
            @Valid @NotNull(message = GIVEN) Decision.Attribution body) {
        String detail = body.fault() + ": " + Masking.mask(body.reason());
        return edits.move(address, ifMatch, Move.attribute(body.fault()), detail);
    }

    @PUT
    @Path("/closing")
    @Operation(summary = "Everything is done about it", description = "It is never opened again; a new one is.")
    @APIResponseSchema(value = IncidentView.class, responseDescription = "closed")
    public Uni<RestResponse<IncidentView>> putClosing(
            @Valid @BeanParam IncidentAddress address,
            @RestHeader(IfMatch.HEADER) String ifMatch,
            @Valid @NotNull(message = GIVEN) Decision.Closing body) {
        var at = edits.past("closedAt", body.closedAt());
        return edits.move(address, ifMatch, Move.close(at), "at " + at);
    }

    @PUT
    @Path("/withdrawal")
    @Operation(
            summary = "It was opened by mistake",
            description = "It counts for nothing, and no evidence brings it back.")
    @APIResponseSchema(value = IncidentView.class, responseDescription = "withdrawn")
    public Uni<RestResponse<IncidentView>> putWithdrawal(
            @Valid @BeanParam IncidentAddress address,
            @RestHeader(IfMatch.HEADER) String ifMatch,
            @Valid @NotNull(message = GIVEN) Decision.Withdrawal body) {
        String reason = Masking.mask(body.reason());
        return edits.move(address, ifMatch, Move.withdraw(edits.now(), reason), reason);
    }
}
