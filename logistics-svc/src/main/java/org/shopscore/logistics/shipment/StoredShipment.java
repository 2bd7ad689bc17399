package org.shopscore.logistics.shipment;

import java.time.Instant;
import java.util.Optional;
import org.shopscore.metric.Contribution;

/**
 * A shipment as the table keeps it.
 *
 * @param withdrawnAt when the shop took it back, whether or not the carrier had it by then
 * @param kept        what was sent for it
 * @param version     grows by one with each step; a scan that leaves the parcel where it is makes none
 */
public record StoredShipment(
        ShipmentId id, Shipment shipment, Optional<Instant> withdrawnAt, Contribution kept, long version) {}
