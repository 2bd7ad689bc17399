package org.shopscore.logistics.lane;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shopscore.logistics.region.Region;

/**
 * The standards of all lanes, and which of them holds for a parcel.
 *
 * <p>What a carrier has of its own goes before what holds for any; of those the one that says most closely where the parcel
 * goes; of two that are equally close the one that is closer about the destination.
 */
final class LaneTable {

    private static final Comparator<LaneStandard> CLOSER = Comparator.<LaneStandard, Boolean>comparing(
                    standard -> !standard.lane().isOfAnyCarrier())
            .thenComparing(standard -> standard.lane().detail())
            .thenComparing(standard -> standard.lane().to().code().length());

    private final Map<Lane, NavigableMap<Instant, LaneStandard>> standards = new HashMap<>();
    private final Set<Region> named = new HashSet<>();

    LaneTable(Collection<LaneStandard> standards) {
        standards.forEach(this::add);
    }

    /** Empty when no standard that covers the lane held at that instant. */
    Optional<LaneStandard> of(Lane asked, Instant at) {
        var froms = around(asked.from());
        var tos = around(asked.to());
        return Stream.of(asked.carrier(), Lane.ANY_CARRIER)
                .flatMap(carrier -> froms.stream().flatMap(from -> tos.stream().map(to -> new Lane(carrier, from, to))))
                .flatMap(lane -> inForce(lane, at).stream())
                .max(CLOSER);
    }

    private void add(LaneStandard standard) {
        var lane = standard.lane();
        standards.computeIfAbsent(lane, _ -> new TreeMap<>()).put(standard.validFrom(), standard);
        named.add(lane.from());
        named.add(lane.to());
    }

    private Optional<LaneStandard> inForce(Lane lane, Instant at) {
        return Optional.ofNullable(standards.get(lane))
                .map(ofLane -> ofLane.floorEntry(at))
                .map(Map.Entry::getValue);
    }

    /** The region and those that it lies in, as far as any lane names them; a code that ends in a dash is none. */
    private List<Region> around(Region region) {
        String code = region.code();
        return IntStream.rangeClosed(2, code.length())
                .filter(end -> code.charAt(end - 1) != '-')
                .mapToObj(end -> new Region(code.substring(0, end)))
                .filter(named::contains)
                .toList();
    }
}
