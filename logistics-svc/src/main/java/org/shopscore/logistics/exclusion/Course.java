package org.shopscore.logistics.exclusion;

import java.time.Instant;
import java.util.Set;
import org.shopscore.logistics.exclusion.evidence.Leg;
import org.shopscore.logistics.exclusion.evidence.Place;
import org.shopscore.logistics.exclusion.task.Legs;
import org.shopscore.logistics.region.Region;

/** Where an order goes, and how long each of its legs was under way. */
record Course(Legs legs, Visits visits) {

    /** Where an order and its parcels are sent from and to, and where they were scanned. */
    record Visits(Set<Region> from, Set<Region> to, Set<Region> scanned) {

        static final Visits NONE = new Visits(Set.of(), Set.of(), Set.of());
    }

    Instant end(Leg leg) {
        return switch (leg) {
            case PICKUP -> legs.pickupEnd();
            case DELIVERY -> legs.deliveryEnd();
        };
    }

    Set<Region> at(Place place) {
        return switch (place) {
            case FROM -> visits.from();
            case TO -> visits.to();
            case SCAN -> visits.scanned();
        };
    }
}
