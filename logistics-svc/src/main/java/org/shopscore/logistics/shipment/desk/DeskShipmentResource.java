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
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.problem.ShopId;

/** What the team that owns fulfilment sees of all shops' shipments. */
@Path("/v1/shipments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "desk")
class DeskShipmentResource {

    private final ShipmentLists lists;

    DeskShipmentResource(ShipmentLists lists) {
        this.lists = lists;
    }

    @GET
    @Operation(summary = "All shops' shipments that fit all of what is asked")
    @APIResponseSchema(value = ShipmentPage.class, responseDescription = "by shop and shipment id")
    public Uni<ShipmentPage> list(@RestQuery Optional<@ShopId String> shop, @Valid @BeanParam ShipmentListQuery query) {
        return lists.page(shop, query);
    }
}
