package org.shopscore.logistics.order;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What takes an order out of the on-time measures.
 *
 * @param pickupBy             ids of the disruptions for which its pickup counts neither as due nor as on time
 * @param deliveryBy           the same for its delivery
 * @param lostByForceMajeureAt when a parcel was lost by nobody's fault
 */
public record Exclusions(
        SortedSet<String> pickupBy, SortedSet<String> deliveryBy, Optional<Instant> lostByForceMajeureAt) {

    public static final Exclusions NONE = new Exclusions(new TreeSet<>(), new TreeSet<>(), Optional.empty());

    public Exclusions {
        pickupBy = Collections.unmodifiableSortedSet(new TreeSet<>(pickupBy));
        deliveryBy = Collections.unmodifiableSortedSet(new TreeSet<>(deliveryBy));
    }

    Exclusions lost(Optional<Instant> byForceMajeureAt) {
        return new Exclusions(pickupBy, deliveryBy, byForceMajeureAt);
    }
}
