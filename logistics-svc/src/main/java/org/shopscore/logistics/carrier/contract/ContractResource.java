package org.shopscore.logistics.carrier.contract;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shopscore.logistics.carrier.Carriers;
import org.shopscore.logistics.carrier.Edited;
import org.shopscore.logistics.waybill.CarrierCode;
import org.shopscore.problem.FactId;
import org.shopscore.problem.IfMatch;
import org.shopscore.problem.PageToken;
import org.shopscore.problem.Refused;

/** The logistics desk's contracts with a carrier. */
@Path("/v1/carriers/{carrier}/contracts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "carriers")
class ContractResource {

    private static final String SIZE = "must be within 1 and " + PageToken.MOST;

    private final Contracts contracts;
    private final Carriers carriers;

    ContractResource(Contracts contracts, Carriers carriers) {
        this.contracts = contracts;
        this.carriers = carriers;
    }

    @PUT
    @Path("/{contractId}")
    @Operation(summary = "Record a contract, or edit it")
    @APIResponseSchema(value = ContractView.class, responseCode = "201", responseDescription = "new")
    @APIResponse(
            responseCode = "200",
            description = "edited, or the same again",
            content = @Content(schema = @Schema(implementation = ContractView.class)))
    @APIResponse(responseCode = "404", description = "unknown-carrier")
    @APIResponse(responseCode = "412", description = "version-differs: somebody else has edited it meanwhile")
    @APIResponse(responseCode = "428", description = "version-required: an edit names its version in If-Match")
    public Uni<RestResponse<ContractView>> put(
            @CarrierCode @RestPath String carrier,
            @FactId @RestPath String contractId,
            @RestHeader(IfMatch.HEADER) String ifMatch,
            @Valid @NotNull(message = ContractRequest.GIVEN) ContractRequest body) {
        var given = body.contract(carrier, contractId);
        return carriers.require(carrier)
                .chain(() -> contracts.put(given, ifMatch))
                .map(put -> Edited.answer(put, ContractView::of));
    }

    @GET
    @Path("/{contractId}")
    @Operation(summary = "A contract as it is now")
    @APIResponseSchema(value = ContractView.class, responseDescription = "its ETag is what an edit names")
    @APIResponse(responseCode = "404", description = "unknown-contract")
    public Uni<RestResponse<ContractView>> get(
            @CarrierCode @RestPath String carrier, @FactId @RestPath String contractId) {
        return contracts
                .find(carrier, contractId)
                .map(found -> found.orElseThrow(() -> new Refused(
                        404, "unknown-contract", "there is no contract " + contractId + " with " + carrier)))
                .map(stored -> Edited.answer(stored, ContractView::of));
    }

    @GET
    @Operation(summary = "All contracts with a carrier, by id")
    @APIResponseSchema(value = ContractView.Page.class, responseDescription = "a page")
    @APIResponse(responseCode = "404", description = "unknown-carrier")
    public Uni<ContractView.Page> list(
            @CarrierCode @RestPath String carrier,
            @RestQuery @DefaultValue("50") @Min(value = 1, message = SIZE) @Max(value = PageToken.MOST, message = SIZE)
                    int pageSize,
            @RestQuery Optional<String> pageToken) {
        String after = PageToken.read(pageToken.orElse(""), 1)
                .map(key -> key.getFirst())
                .orElse("");
        return carriers.require(carrier)
                .chain(() -> contracts.page(carrier, after, pageSize + 1))
                .map(found -> ContractView.Page.of(found, pageSize));
    }
}
