package org.shopscore.logistics.disruption;

import java.time.Instant;
import java.util.Optional;

/** A disruption of a region, as it is known now. */
public sealed interface Disruption {

    Report report();

    /** Where and when it takes orders out of the measures; empty when it takes none. */
    Optional<Extent> effect();

    /** It happened, or happens, or is announced. */
    record Standing(Report report) implements Disruption {

        @Override
        public Optional<Extent> effect() {
            return Optional.of(report.extent());
        }

        Standing edited(Report now) {
            return new Standing(now);
        }

        Withdrawn withdrawn(Instant at, String reason) {
            return new Withdrawn(report, at, reason);
        }
    }

    /** It was reported by mistake: what it took out comes back. */
    record Withdrawn(Report report, Instant at, String reason) implements Disruption {

        @Override
        public Optional<Extent> effect() {
            return Optional.empty();
        }
    }
}
