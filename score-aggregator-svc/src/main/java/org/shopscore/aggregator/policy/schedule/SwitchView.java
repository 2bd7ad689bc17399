package org.shopscore.aggregator.policy.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.aggregator.policy.inforce.PlanRows;
import org.shopscore.aggregator.policy.plan.Switch;
import org.shopscore.aggregator.policy.version.Act;

/**
 * A switch of policies.
 *
 * @param state PLANNED, IN_FORCE, PAST or CANCELLED, of the provisional scores
 */
@Schema(name = "PolicySwitch")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record SwitchView(
        String switchId,
        String policy,
        LocalDate effectiveFrom,
        Instant visibleFrom,

        @Schema(enumeration = {"PLANNED", "IN_FORCE", "PAST", "CANCELLED"})
        String state,

        Act scheduled,
        Optional<Act> cancelled) {

    static SwitchView of(Row row, PlanRows.Read read) {
        var one = new Switch(
                row.getString("switch_id"),
                row.getString("policy"),
                row.getLocalDate("effective_from"),
                row.getOffsetDateTime("visible_from").toInstant());
        Optional<Act> cancelled = Act.of(row, "cancelled");
        return new SwitchView(
                one.switchId(),
                one.policy(),
                one.effectiveFrom(),
                one.visibleFrom(),
                cancelled.isPresent() ? "CANCELLED" : state(one, read),
                new Act(
                        row.getOffsetDateTime("scheduled_at").toInstant(),
                        row.getString("actor"),
                        row.getString("reason")),
                cancelled);
    }

    private static String state(Switch one, PlanRows.Read read) {
        if (one.visibleFrom().isAfter(read.now())) {
            return "PLANNED";
        }
        return read.plan().at(read.now()).equals(one) ? "IN_FORCE" : "PAST";
    }
}
