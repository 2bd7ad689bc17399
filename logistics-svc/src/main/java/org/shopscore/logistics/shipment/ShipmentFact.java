package org.shopscore.logistics.shipment;

/** What can become known of a shipment. */
enum ShipmentFact {
    DECLARED,
    EDITED,
    SCANNED,
    WITHDRAWN
}
