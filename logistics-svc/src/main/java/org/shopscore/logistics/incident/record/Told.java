package org.shopscore.logistics.incident.record;

import org.shopscore.logistics.incident.Fault;
import org.shopscore.logistics.shipment.ShipmentId;

/**
 * What an incident was opened with and keeps.
 *
 * @param fault as it was seen then
 * @param note  free words, without personal data; may be empty
 */
public record Told(ShipmentId shipment, Fault fault, String note) {}
