package org.shopscore.logistics.carrier;

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
import org.shopscore.logistics.waybill.CarrierCode;
import org.shopscore.problem.IfMatch;
import org.shopscore.problem.PageToken;

/** The logistics desk's registry of carriers. */
@Path("/v1/carriers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "carriers")
class CarrierResource {

    private static final String SIZE = "must be within 1 and " + PageToken.MOST;

    private final Carriers carriers;

    CarrierResource(Carriers carriers) {
        this.carriers = carriers;
    }

    @PUT
    @Path("/{carrier}")
    @Operation(summary = "Register a carrier, or edit what is known of it")
    @APIResponseSchema(value = CarrierView.class, responseCode = "201", responseDescription = "new")
    @APIResponse(
            responseCode = "200",
            description = "edited, or the same again",
            content = @Content(schema = @Schema(implementation = CarrierView.class)))
    @APIResponse(responseCode = "412", description = "version-differs: somebody else has edited it meanwhile")
    @APIResponse(responseCode = "428", description = "version-required: an edit names its version in If-Match")
    public Uni<RestResponse<CarrierView>> put(
            @CarrierCode @RestPath String carrier,
            @RestHeader(IfMatch.HEADER) String ifMatch,
            @Valid @NotNull(message = CarrierRequest.GIVEN) CarrierRequest body) {
        return carriers.put(body.carrier(carrier), ifMatch).map(put -> Edited.answer(put, CarrierView::of));
    }

    @GET
    @Path("/{carrier}")
    @Operation(summary = "A carrier as it is registered now")
    @APIResponseSchema(value = CarrierView.class, responseDescription = "its ETag is what an edit names")
    @APIResponse(responseCode = "404", description = "unknown-carrier")
    public Uni<RestResponse<CarrierView>> get(@CarrierCode @RestPath String carrier) {
        return carriers.require(carrier).map(stored -> Edited.answer(stored, CarrierView::of));
    }

    @GET
    @Operation(summary = "All carriers, by code")
    @APIResponseSchema(value = CarrierView.Page.class, responseDescription = "a page")
    public Uni<CarrierView.Page> list(
            @RestQuery @DefaultValue("50") @Min(value = 1, message = SIZE) @Max(value = PageToken.MOST, message = SIZE)
                    int pageSize,
            @RestQuery Optional<String> pageToken) {
        String after = PageToken.read(pageToken.orElse(""), 1)
                .map(key -> key.getFirst())
                .orElse("");
        return carriers.page(after, pageSize + 1).map(found -> CarrierView.Page.of(found, pageSize));
    }
}
