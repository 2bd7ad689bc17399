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
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.problem.ShopId;

/** What the team that owns fulfilment sees of all shops' orders. */
@Path("/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "desk")
class DeskOrderResource {

    private final OrderLists lists;

    DeskOrderResource(OrderLists lists) {
        this.lists = lists;
    }

    @GET
    @Operation(summary = "All shops' orders that fit all of what is asked")
    @APIResponseSchema(value = OrderPage.class, responseDescription = "by shop and order id, or by their next limit")
    public Uni<OrderPage> list(@RestQuery Optional<@ShopId String> shop, @Valid @BeanParam OrderListQuery query) {
        return lists.page(shop, query);
    }
}
