package org.shopscore.aggregator.policy.version;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.aggregator.policy.inforce.PlanRows;
import org.shopscore.aggregator.policy.plan.Life;
import org.shopscore.aggregator.policy.plan.Switch;

/**
 * A version of a policy and what has become of it.
 *
 * @param policy        the name under which scores quote it
 * @param state         DRAFT, DRY_RUN, SCHEDULED, ACTIVE, RETIRED or WITHDRAWN
 * @param effectiveFrom the first stat date that the document was made for
 * @param dryRunId      of the newest dry run that has come to its end
 * @param inForce       the switch that has put it in force, or will, or did last
 */
@Schema(name = "PolicyVersion")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PolicyVersion(
        String policyId,
        String version,
        String policy,

        @Schema(enumeration = {"DRAFT", "DRY_RUN", "SCHEDULED", "ACTIVE", "RETIRED", "WITHDRAWN"})
        String state,

        List<String> allows,
        LocalDate effectiveFrom,
        Instant storedAt,
        Optional<String> dryRunId,
        Optional<Switch> inForce,
        Optional<Act> withdrawal) {

    static final String SELECT = """
            select d.reference, d.policy_id, d.version, d.stored_at, d.withdrawn_at, d.withdrawn_by, d.withdrawn_reason,
                   (d.document::json ->> 'effectiveFrom')::date as effective_from,
                   (select r.dry_run_id from policy_dry_run r
                     where r.policy = d.reference and r.finished_at is not null and r.failure is null
                     order by r.id desc limit 1) as dry_run_id
              from policy_document d
            """;

    static PolicyVersion of(Row row, PlanRows.Read read) {
        String policy = row.getString("reference");
        Optional<String> dryRunId = Optional.ofNullable(row.getString("dry_run_id"));
        Optional<Act> withdrawal = Act.of(row, "withdrawn");
        Life life = Life.of(policy, dryRunId, withdrawal.isPresent(), read.plan(), read.now());
        return new PolicyVersion(
                row.getString("policy_id"),
                row.getString("version"),
                policy,
                life.name(),
                life.allows(),
                row.getLocalDate("effective_from"),
                row.getOffsetDateTime("stored_at").toInstant(),
                dryRunId,
                read.plan().lastOf(policy),
                withdrawal);
    }

    /** Its state as a type. */
    public Life life(PlanRows.Read read) {
        return Life.of(policy, dryRunId, withdrawal.isPresent(), read.plan(), read.now());
    }
}
