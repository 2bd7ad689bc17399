package org.shopscore.logistics.incident.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.incident.IncidentState;
import org.shopscore.logistics.incident.Step;
import org.shopscore.logistics.sql.Fields;

/**
 * One step of an incident's life.
 *
 * @param version that the step made
 * @param detail  what changed
 */
@Schema(name = "ExceptionStep")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record HistoryStep(
        long version,
        Instant at,
        Step what,
        Optional<IncidentState> from,
        IncidentState to,
        String detail,
        Instant recordedAt) {

    static final String COLUMNS = "version, at, what, from_state, to_state, detail, recorded_at";

    static HistoryStep of(Row row) {
        return new HistoryStep(
                row.getLong("version"),
                Fields.instant(row, "at"),
                Step.valueOf(row.getString("what")),
                Fields.maybeText(row, "from_state").map(IncidentState::valueOf),
                IncidentState.valueOf(row.getString("to_state")),
                row.getString("detail"),
                Fields.instant(row, "recorded_at"));
    }
}
