package org.shopscore.logistics.incident.desk;

import org.jboss.resteasy.reactive.RestPath;
import org.shopscore.logistics.incident.record.IncidentId;
import org.shopscore.logistics.shipment.ShipmentId;
import org.shopscore.problem.FactId;
import org.shopscore.problem.ShopId;

/** Which exception of which parcel a request means. */
class IncidentAddress {

    /** Below the shop. */
    static final String PATH = "/v1/shops/{shopId}/shipments/{shipmentId}/exceptions/{exceptionId}";

    static final String UNKNOWN = "unknown-exception, unknown-shipment";

    @ShopId
    @RestPath
    String shopId;

    @FactId
    @RestPath
    String shipmentId;

    @FactId
    @RestPath
    String exceptionId;

    IncidentId incident() {
        return new IncidentId(shopId, exceptionId);
    }

    ShipmentId shipment() {
        return new ShipmentId(shopId, shipmentId);
    }
}
