package org.shopscore.logistics.incident.record;

import java.time.Instant;
import java.util.Optional;
import org.shopscore.logistics.incident.Fault;
import org.shopscore.logistics.incident.IncidentState;
import org.shopscore.logistics.incident.IncidentType;
import org.shopscore.logistics.sql.Where;

/**
 * Which incidents a list holds; what is empty lets all through.
 *
 * @param openedBefore that instant excluded
 */
public record IncidentFilter(
        Optional<String> shopId,
        Optional<IncidentType> type,
        Optional<IncidentState> state,
        Optional<String> owner,
        Optional<Fault> fault,
        Optional<Instant> openedBefore) {

    /** What is not asked for is left out, so that each list finds its index. */
    Where where() {
        return new Where()
                .and("shop_id = ?", shopId)
                .and("type = ?", type.map(Enum::name))
                .and("state = ?", state.map(Enum::name))
                .and("owner = ?", owner)
                .and("fault = ?", fault.map(Enum::name))
                .and("opened_at < ?", openedBefore);
    }
}
