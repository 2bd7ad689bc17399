package org.shopscore.logistics.exclusion;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shopscore.logistics.disruption.Extent;
import org.shopscore.logistics.exclusion.evidence.Evidence;
import org.shopscore.logistics.exclusion.evidence.Leg;
import org.shopscore.logistics.exclusion.evidence.Place;
import org.shopscore.logistics.region.Region;

/**
 * Which legs of an order do not count for which disruptions. A leg is touched when the order has to do with the region and the
 * leg was under way during the disruption: the pickup by where the order is sent from, the delivery by that, by where it is sent
 * to, and by where it was scanned.
 */
final class ExclusionRule {

    private static final Map<Leg, List<Place>> PLACES =
            Map.of(Leg.PICKUP, List.of(Place.FROM), Leg.DELIVERY, List.of(Place.FROM, Place.TO, Place.SCAN));

    /** One a disruption and leg, by the first place that says so. */
    static List<Evidence> evidence(Course course, Map<String, Extent> disruptions) {
        return disruptions.entrySet().stream()
                .flatMap(one -> Stream.of(Leg.values())
                        .flatMap(leg -> evidence(course, one.getKey(), one.getValue(), leg).stream()))
                .sorted(Comparator.comparing(Evidence::disruptionId).thenComparing(Evidence::leg))
                .toList();
    }

    private static Optional<Evidence> evidence(Course course, String id, Extent extent, Leg leg) {
        if (!extent.overlaps(course.legs().paidAt(), course.end(leg))) {
            return Optional.empty();
        }
        return PLACES.get(leg).stream()
                .flatMap(place -> within(course, extent, place)
                        .map(region -> new Evidence(
                                id, leg, place, region, course.legs().paidAt(), course.end(leg))))
                .findFirst();
    }

    private static Stream<Region> within(Course course, Extent extent, Place place) {
        return course.at(place).stream().filter(extent.region()::contains).sorted(Comparator.comparing(Region::code));
    }

    private ExclusionRule() {}
}
