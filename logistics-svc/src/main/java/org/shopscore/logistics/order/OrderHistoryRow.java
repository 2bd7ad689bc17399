package org.shopscore.logistics.order;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** One step of an order's life; rows are added and never changed. */
@Entity
@Table(name = "order_history")
class OrderHistoryRow extends PanacheEntityBase {

    /** The version of the order that the step made. */
    @Embeddable
    record Step(@Column(name = "order_key") String orderKey, long version) {}

    @EmbeddedId
    Step step;

    Instant at;

    @Enumerated(EnumType.STRING)
    Fact what;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_state")
    State fromState;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_state")
    State toState;

    @Column(name = "recorded_at")
    Instant recordedAt;

    static OrderHistoryRow of(OrderRow row, OrderChange change, Fact what, Instant recordedAt) {
        var history = new OrderHistoryRow();
        history.step = new Step(row.key, row.version);
        history.at = change.at();
        history.what = what;
        history.fromState = change.before().map(State::of).orElse(null);
        history.toState = State.of(change.after());
        history.recordedAt = recordedAt;
        return history;
    }
}
