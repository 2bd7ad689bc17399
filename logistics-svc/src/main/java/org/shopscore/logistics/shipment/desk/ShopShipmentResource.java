package org.shopscore.logistics.shipment.desk;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.shopscore.problem.ShopId;

/** What a shop sees of its parcels. */
@Path("/v1/shops/{shopId}/shipments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "shipments")
class ShopShipmentResource {

    private final ShipmentLists lists;

    ShopShipmentResource(ShipmentLists lists) {
        this.lists = lists;
    }

    @GET
    @Operation(summary = "The shop's shipments that fit all of what is asked")
    @APIResponseSchema(value = ShipmentPage.class, responseDescription = "by shipment id")
    public Uni<ShipmentPage> list(@ShopId @RestPath String shopId, @Valid @BeanParam ShipmentListQuery query) {
        return lists.page(Optional.of(shopId), query);
    }
}
