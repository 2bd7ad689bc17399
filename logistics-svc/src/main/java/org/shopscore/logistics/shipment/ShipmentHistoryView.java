package org.shopscore.logistics.shipment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.sql.Fields;

/** How a shipment came to be as it is, oldest step first. */
@Schema(name = "ShipmentHistory")
record ShipmentHistoryView(String shopId, String shipmentId, List<Step> steps) {

    static final String STEPS = """
            select version, at, what, from_state, to_state, recorded_at from shipment_history
            where shipment_key = $1 order by version""";

    @Schema(name = "ShipmentStep")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Step(
            long version,
            Instant at,
            ShipmentFact what,
            Optional<ShipmentState> from,
            ShipmentState to,
            Instant recordedAt) {}

    static Step step(Row row) {
        return new Step(
                row.getLong("version"),
                Fields.instant(row, "at"),
                ShipmentFact.valueOf(row.getString("what")),
                Fields.maybeText(row, "from_state").map(ShipmentState::valueOf),
                ShipmentState.valueOf(row.getString("to_state")),
                Fields.instant(row, "recorded_at"));
    }
}
