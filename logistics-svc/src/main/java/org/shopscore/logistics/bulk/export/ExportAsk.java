package org.shopscore.logistics.bulk.export;

import java.time.Instant;
import java.util.Optional;
import org.shopscore.problem.Refused;

/**
 * Which facts are to go out.
 *
 * @param shopId empty for all shops
 * @param from   the first instant, included; empty for the beginning
 * @param to     the instant before which they lie; empty for the end
 */
public record ExportAsk(Optional<String> shopId, Optional<Instant> from, Optional<Instant> to) {

    /** @throws Refused 400 when {@code from} is after {@code to} */
    public ExportAsk {
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw Refused.field(400, "invalid-field", "from", "must not be after to, " + to.get(), from.get());
        }
    }
}
