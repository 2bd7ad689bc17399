package org.shopscore.logistics.incident.record;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.shopscore.logistics.incident.IncidentType;
import org.shopscore.logistics.incident.Occasion;
import org.shopscore.logistics.shipment.ShipmentId;

/** An incident of a shop; the id is the caller's own, or made of what a rule found, so that it finds the same one again. */
public record IncidentId(String shopId, String exceptionId) {

    /** The same for every time that a rule finds this of the shipment. */
    public static IncidentId byRule(ShipmentId shipment, IncidentType type, Occasion occasion) {
        String what = shipment.key() + "|" + type + "|" + occasion;
        return new IncidentId(
                shipment.shopId(), "rule-" + UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)));
    }

    /** The row's key; no id holds a slash. */
    public String key() {
        return shopId + "/" + exceptionId;
    }

    /** The fact's name in its metric events. */
    public String ref() {
        return "exception/" + exceptionId;
    }
}
