package org.shopscore.logistics.order;

import java.util.Optional;

/** What can become known of an order. */
public enum Fact {
    PAID,
    EDITED,
    PICKED_UP,
    SIGNED,
    CANCELLED,
    REFUNDED,
    PARCELS_MOVED,
    LOST_BY_FORCE_MAJEURE,
    EXCLUDED,
    DUE_PASSED;

    /** Why amounts of the past are corrected, where that is more than a fact that became known. */
    Optional<String> reason() {
        return switch (this) {
            case EDITED -> Optional.of("edit");
            case EXCLUDED -> Optional.of("exclusion");
            case LOST_BY_FORCE_MAJEURE -> Optional.of("force-majeure");
            case PAID, PICKED_UP, SIGNED, CANCELLED, REFUNDED, PARCELS_MOVED, DUE_PASSED -> Optional.empty();
        };
    }
}
