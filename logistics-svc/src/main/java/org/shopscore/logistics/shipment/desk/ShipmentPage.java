package org.shopscore.logistics.shipment.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.shipment.ShipmentView;

/** A page of shipments. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ShipmentPage(
        List<ShipmentView> shipments,
        @Schema(description = "absent on the last page") Optional<String> nextPageToken) {}
