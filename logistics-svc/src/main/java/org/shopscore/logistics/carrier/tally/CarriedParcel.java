package org.shopscore.logistics.carrier.tally;

import java.util.Optional;

/**
 * All that a parcel's carrier is judged by.
 *
 * @param promise         empty when the parcel was sent in another's stead, or its orders were cancelled
 * @param pickupExcluded  whether a disruption takes the pickup out
 * @param deliveryExcluded whether a disruption or force majeure takes the delivery out
 * @param exceptional     whether it has an exception by the carrier's fault
 */
public record CarriedParcel(
        Journey journey,
        Optional<Promise> promise,
        boolean pickupExcluded,
        boolean deliveryExcluded,
        boolean exceptional,
        Optional<Opinion> opinion) {}
