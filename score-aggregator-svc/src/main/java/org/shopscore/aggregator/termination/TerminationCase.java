package org.shopscore.aggregator.termination;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One review of one shop.
 *
 * @param openedBy    the official day whose score opened it
 * @param recommended whether the newest official days advise to end the cooperation; advice, and never more
 * @param closedBy    the official day with which the score had recovered, or whose policy does not name the review
 * @param version     grows with each change
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record TerminationCase(
        UUID caseId,
        String shopId,
        String code,
        LocalDate openedBy,
        Instant openedAt,
        @Schema(required = true) State state,
        boolean recommended,
        Optional<LocalDate> closedBy,
        Optional<Instant> closedAt,
        Optional<Decision> decision,
        long version) {

    @Schema(
            name = "TerminationState",
            description =
                    "RECOVERED: the score no longer asks for the review; ENDED_BY_POLICY: a policy took effect that does not name it")
    enum State {
        OPEN,
        DECIDED,
        RECOVERED,
        ENDED_BY_POLICY
    }

    static TerminationCase of(Row row) {
        return new TerminationCase(
                row.getUUID("case_id"),
                row.getString("shop_id"),
                row.getString("code"),
                row.getLocalDate("opened_by"),
                row.getOffsetDateTime("opened_at").toInstant(),
                State.valueOf(row.getString("state")),
                List.of(row.getArrayOfStrings("recommended")).contains(row.getString("code")),
                Optional.ofNullable(row.getLocalDate("closed_by")),
                Optional.ofNullable(row.getOffsetDateTime("closed_at")).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("decision"))
                        .map(outcome -> new Decision(
                                Decision.Outcome.valueOf(outcome), row.getString("reason"), row.getString("actor"))),
                row.getLong("version"));
    }
}
