package org.shopscore.logistics.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How an order came to be as it is, oldest step first. */
record HistoryView(String shopId, String orderId, List<Step> steps) {

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Step(long version, Instant at, Fact what, Optional<State> from, State to, Instant recordedAt) {}

    static HistoryView of(OrderId id, List<OrderHistoryRow> rows) {
        return new HistoryView(
                id.shopId(), id.orderId(), rows.stream().map(HistoryView::step).toList());
    }

    private static Step step(OrderHistoryRow row) {
        return new Step(
                row.step.version(), row.at, row.what, Optional.ofNullable(row.fromState), row.toState, row.recordedAt);
    }
}
