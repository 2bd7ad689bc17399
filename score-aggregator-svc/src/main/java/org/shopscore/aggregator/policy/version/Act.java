package org.shopscore.aggregator.policy.version;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Optional;

/** What an operator did, and why. */
public record Act(Instant at, String actor, String reason) {

    /** @param column what the three columns begin with, e.g. {@code cancelled} for {@code cancelled_at} */
    public static Optional<Act> of(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column + "_at"))
                .map(at -> new Act(at.toInstant(), row.getString(column + "_by"), row.getString(column + "_reason")));
    }

    /** Whether it is what the operator says again. */
    public boolean isSaid(Said said) {
        return actor.equals(said.actor()) && reason.equals(said.reason());
    }
}
