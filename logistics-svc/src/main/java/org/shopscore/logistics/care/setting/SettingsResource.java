package org.shopscore.logistics.care.setting;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.shopscore.problem.IfMatch;
import org.shopscore.problem.ShopId;

/** How a shop wants its buyers to be told of their orders. */
@Path("/v1/shops/{shopId}/care/settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "order care")
class SettingsResource {

    private final ShopSettings settings;

    SettingsResource(ShopSettings settings) {
        this.settings = settings;
    }

    @GET
    @Operation(
            summary = "The settings that hold for the shop",
            description = "As shipped where it has chosen nothing. ETag: their version.")
    @APIResponseSchema(value = CareSettings.class, responseDescription = "the settings")
    public Uni<RestResponse<CareSettings>> get(@ShopId @RestPath String shopId) {
        return settings.of(shopId).map(SettingsResource::answer);
    }

    @PUT
    @Operation(
            summary = "Choose settings other than shipped",
            description = "Replaces what the shop has chosen before; what is left out is as shipped.")
    @APIResponseSchema(value = CareSettings.class, responseDescription = "the settings that hold now")
    @APIResponse(responseCode = "412", description = "version-differs: somebody else has edited them meanwhile")
    @APIResponse(responseCode = "428", description = "version-required: there is no If-Match")
    public Uni<RestResponse<CareSettings>> put(
            @ShopId @RestPath String shopId,
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @Valid @NotNull(message = "must be given") SettingsChoice body) {
        return settings.put(shopId, ifMatch, body).map(SettingsResource::answer);
    }

    private static RestResponse<CareSettings> answer(ShopSettings.Versioned found) {
        return RestResponse.ResponseBuilder.ok(found.settings())
                .header(HttpHeaders.ETAG, IfMatch.tag(found.version()))
                .build();
    }
}
