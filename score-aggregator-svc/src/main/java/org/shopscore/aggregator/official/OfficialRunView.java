package org.shopscore.aggregator.official;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.shopscore.metric.Lane;

/**
 * How far the run of a day is.
 *
 * @param state  WAITING until its inputs are frozen, RUNNING, PUBLISHED
 * @param frozen partitions, of 32
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record OfficialRunView(
        LocalDate statDate,
        String state,
        long frozen,
        long scored,
        long shops,
        Optional<String> policyVersion,
        Optional<Instant> publishedAt) {

    static OfficialRunView of(LocalDate statDate, Row row) {
        Optional<Instant> published =
                Optional.ofNullable(row.getOffsetDateTime("published_at")).map(OffsetDateTime::toInstant);
        long frozen = row.getLong("frozen");
        String state = published.isPresent() ? "PUBLISHED" : frozen < Lane.COUNT ? "WAITING" : "RUNNING";
        return new OfficialRunView(
                statDate,
                state,
                frozen,
                row.getLong("scored"),
                row.getLong("shops"),
                Optional.ofNullable(row.getString("policy")),
                published);
    }
}
