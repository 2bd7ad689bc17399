package org.shopscore.logistics.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shopscore.logistics.sql.Fields;

/** How an order came to be as it is, oldest step first. */
record HistoryView(String shopId, String orderId, List<Step> steps) {

    static final String STEPS = """
            select version, at, what, from_state, to_state, recorded_at from order_history
            where order_key = $1 order by version""";

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Step(long version, Instant at, Fact what, Optional<State> from, State to, Instant recordedAt) {}

    static Step step(Row row) {
        return new Step(
                row.getLong("version"),
                Fields.instant(row, "at"),
                Fact.valueOf(row.getString("what")),
                Fields.maybeText(row, "from_state").map(State::valueOf),
                State.valueOf(row.getString("to_state")),
                Fields.instant(row, "recorded_at"));
    }
}
