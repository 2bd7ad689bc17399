package org.shopscore.aggregator.official.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.metric.Lane;

/**
 * How far the run of a day is.
 *
 * @param frozen partitions, of 32
 */
@Schema(name = "OfficialRun")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record OfficialRunView(
        LocalDate statDate,
        @Schema(required = true) State state,
        long frozen,
        long scored,
        long shops,
        Optional<String> policyVersion,
        Optional<Instant> publishedAt) {

    /** A day is run by itself by its deadline at the latest, and later when somebody asks for it. */
    @Schema(name = "OfficialRunState")
    enum State {
        /** Its deadline is over, nothing of it is frozen, and nobody has asked for it. */
        NOT_REQUESTED,
        /** Its inputs are not all frozen. */
        WAITING,
        RUNNING,
        PUBLISHED
    }

    static OfficialRunView of(LocalDate statDate, Row row) {
        Optional<Instant> published =
                Optional.ofNullable(row.getOffsetDateTime("published_at")).map(OffsetDateTime::toInstant);
        long frozen = row.getLong("frozen");
        State state = published.isPresent() ? State.PUBLISHED : frozen < Lane.COUNT ? State.WAITING : State.RUNNING;
        return new OfficialRunView(
                statDate,
                state,
                frozen,
                row.getLong("scored"),
                row.getLong("shops"),
                Optional.ofNullable(row.getString("policy")),
                published);
    }

    /** The same of a day that is not run by itself any more, and that nobody has asked for. */
    OfficialRunView unasked() {
        return state == State.WAITING && frozen == 0
                ? new OfficialRunView(statDate, State.NOT_REQUESTED, frozen, scored, shops, policyVersion, publishedAt)
                : this;
    }
}
