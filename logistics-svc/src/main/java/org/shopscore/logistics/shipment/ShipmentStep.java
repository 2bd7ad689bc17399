package org.shopscore.logistics.shipment;

import java.util.List;
import java.util.Optional;
import org.shopscore.logistics.scan.Scan;

/**
 * What has become of a shipment in a transaction.
 *
 * @param before   empty for a shipment that is new
 * @param newScans that were not known before, by time; of a shipment that is new all of its waybill
 */
public record ShipmentStep(ShipmentId id, Optional<Shipment> before, Shipment after, List<Scan> newScans) {}
