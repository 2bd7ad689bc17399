package org.shopscore.logistics.shipment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shopscore.logistics.order.Parcels;

/** All parcels that an order needs, taken together. */
record Chains(List<Chain> chains) {

    /** What an order's shipments come to. */
    static Parcels parcels(Collection<Parcel> shipments) {
        var all = new Chains(Chain.of(shipments));
        return new Parcels(
                all.chains.size(),
                all.last(Chain::pickedUpAt),
                all.last(Chain::signedAt),
                all.returnedAt(),
                all.instants(Chain::lostAt).min(Instant::compareTo));
    }

    /** When the last of them had it, once all have. */
    private Optional<Instant> last(Function<Chain, Optional<Instant>> of) {
        boolean all = chains.stream().allMatch(chain -> of.apply(chain).isPresent());
        return all ? instants(of).max(Instant::compareTo) : Optional.empty();
    }

    private Optional<Instant> returnedAt() {
        boolean underWay = chains.stream()
                .anyMatch(chain ->
                        chain.signedAt().isEmpty() && chain.returnedAt().isEmpty());
        return underWay ? Optional.empty() : instants(Chain::returnedAt).max(Instant::compareTo);
    }

    private Stream<Instant> instants(Function<Chain, Optional<Instant>> of) {
        return chains.stream().flatMap(chain -> of.apply(chain).stream());
    }
}
