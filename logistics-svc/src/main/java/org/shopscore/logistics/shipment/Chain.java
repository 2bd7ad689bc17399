package org.shopscore.logistics.shipment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A parcel and those sent in its stead: whichever of them comes first will do. */
record Chain(List<Parcel> links) {

    /** The chains of an order's parcels; those that were all taken back before they left are none. */
    static List<Chain> of(Collection<Parcel> parcels) {
        var byId = parcels.stream().collect(Collectors.toMap(Parcel::id, Function.identity()));
        return parcels.stream().collect(Collectors.groupingBy(parcel -> root(parcel, byId))).values().stream()
                .filter(links -> !links.stream().allMatch(Parcel::cancelled))
                .map(Chain::new)
                .toList();
    }

    private static String root(Parcel parcel, Map<String, Parcel> byId) {
        return Stream.iterate(
                        Optional.of(parcel),
                        Optional::isPresent,
                        link -> link.flatMap(Parcel::replaces).map(byId::get))
                .map(link -> link.get().id())
                .limit(byId.size())
                .reduce(parcel.id(), (_, last) -> last);
    }

    Optional<Instant> pickedUpAt() {
        return instants(Parcel::pickedUpAt).min(Instant::compareTo);
    }

    Optional<Instant> signedAt() {
        return instants(Parcel::signedAt).min(Instant::compareTo);
    }

    /** When the last of them that came back was back, if that is how it ended. */
    Optional<Instant> returnedAt() {
        return hasFailed() && lostAt().isEmpty()
                ? instants(Parcel::returnedAt).max(Instant::compareTo)
                : Optional.empty();
    }

    /** When the first of them was given up, if nothing more is to be expected of any. */
    Optional<Instant> lostAt() {
        return hasFailed() ? instants(Parcel::lostAt).min(Instant::compareTo) : Optional.empty();
    }

    private boolean hasFailed() {
        return links.stream().allMatch(Parcel::hasFailed);
    }

    private Stream<Instant> instants(Function<Parcel, Optional<Instant>> of) {
        return links.stream().flatMap(link -> of.apply(link).stream());
    }
}
