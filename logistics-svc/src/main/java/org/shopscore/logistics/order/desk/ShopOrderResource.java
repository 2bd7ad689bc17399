package org.shopscore.logistics.order.desk;

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

/** What a shop sees of its orders. */
@Path("/v1/shops/{shopId}/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
class ShopOrderResource {

    private final OrderLists lists;

    ShopOrderResource(OrderLists lists) {
        this.lists = lists;
    }

    @GET
    @Operation(summary = "The shop's orders that fit all of what is asked")
    @APIResponseSchema(value = OrderPage.class, responseDescription = "by order id, or by their next limit")
    public Uni<OrderPage> list(@ShopId @RestPath String shopId, @Valid @BeanParam OrderListQuery query) {
        return lists.page(Optional.of(shopId), query);
    }
}
