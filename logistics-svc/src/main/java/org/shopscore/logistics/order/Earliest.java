package org.shopscore.logistics.order;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Of a fact that is told more than once, the earliest instant counts, in whatever order the tellings come. */
final class Earliest {

    static Instant of(Optional<Instant> known, Instant told) {
        return known.filter(told::isAfter).orElse(told);
    }

    static Optional<Instant> of(Optional<Instant> one, Optional<Instant> other) {
        return Stream.concat(one.stream(), other.stream()).min(Instant::compareTo);
    }

    private Earliest() {}
}
