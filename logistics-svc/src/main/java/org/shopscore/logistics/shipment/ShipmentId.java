package org.shopscore.logistics.shipment;

/** A shipment of a shop; the shipment id is the shop's own. */
public record ShipmentId(String shopId, String shipmentId) implements Comparable<ShipmentId> {

    /** The row's key; no id holds a slash. */
    public String key() {
        return shopId + "/" + shipmentId;
    }

    /** The fact's name in its metric events. */
    public String ref() {
        return "shipment/" + shipmentId;
    }

    @Override
    public int compareTo(ShipmentId other) {
        return key().compareTo(other.key());
    }
}
