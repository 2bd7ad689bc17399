package org.shopscore.aggregator.shop;

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
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.shopscore.aggregator.tile.shop.ShopDays;
import org.shopscore.problem.IfMatch;
import org.shopscore.problem.InTime;
import org.shopscore.problem.ShopId;

/** The registry of shops, kept by the platform's operators. */
@InTime
@Path("/v1/shops/{shopId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Registry")
class ShopResource {

    private final Shops shops;
    private final ShopDays tiles;

    ShopResource(Shops shops, ShopDays tiles) {
        this.shops = shops;
        this.tiles = tiles;
    }

    @PUT
    @Operation(
            operationId = "putShop",
            summary = "Register a shop, or replace what is registered of it",
            description =
                    "The same again changes nothing. With If-Match only the version it names is replaced, and nothing is registered anew.")
    @APIResponse(
            responseCode = "201",
            description = "new",
            content = @Content(schema = @Schema(implementation = ShopView.class)))
    @APIResponse(
            responseCode = "200",
            description = "known before",
            content = @Content(schema = @Schema(implementation = ShopView.class)))
    @APIResponse(responseCode = "400", description = "invalid-field")
    @APIResponse(responseCode = "412", description = "version-differs: another one is registered, or none")
    @APIResponse(responseCode = "422", description = "unknown-category")
    public Uni<Response> put(
            @RestPath @ShopId String shopId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull(message = "must be given") Registration body) {
        return shops.put(shopId, body, ifMatch)
                .map(stored -> Response.status(stored.isNew() ? 201 : 200)
                        .entity(ShopView.of(stored.shop()))
                        .header(HttpHeaders.ETAG, IfMatch.tag(stored.shop().version()))
                        .build());
    }

    @GET
    @Operation(
            operationId = "getShop",
            summary = "What is registered of a shop; one that is only known from events is there as well")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ShopView.class)))
    @APIResponse(responseCode = "404", description = "unknown-shop")
    public Uni<Response> get(@RestPath @ShopId String shopId) {
        return shops.find(shopId)
                .chain(found -> found.map(shop -> Uni.createFrom()
                                .item(Response.ok(ShopView.of(shop))
                                        .header(HttpHeaders.ETAG, IfMatch.tag(shop.version()))
                                        .build()))
                        .orElseGet(() -> tiles.requireKnown(shopId)
                                .replaceWith(
                                        () -> Response.ok(unregistered(shopId)).build())));
    }

    private static ShopView unregistered(String shopId) {
        return new ShopView(shopId, false, Optional.empty(), Registration.nothing());
    }
}
