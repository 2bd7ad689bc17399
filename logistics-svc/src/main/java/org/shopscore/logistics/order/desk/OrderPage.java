package org.shopscore.logistics.order.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.order.OrderView;

/** A page of orders. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record OrderPage(
        List<OrderView> orders,
        @Schema(description = "absent on the last page") Optional<String> nextPageToken) {}
