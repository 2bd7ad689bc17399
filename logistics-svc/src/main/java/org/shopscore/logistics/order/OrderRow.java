package org.shopscore.logistics.order;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;

/** An order as the table keeps it, with what was sent for it. */
@Entity
@Table(name = "orders")
class OrderRow extends PanacheEntityBase {

    @Id
    String key;

    @Column(name = "shop_id")
    String shopId;

    @Column(name = "order_id")
    String orderId;

    @Column(name = "paid_at")
    Instant paidAt;

    @Column(name = "pickup_due_at")
    Instant pickupDueAt;

    @Column(name = "delivery_due_at")
    Instant deliveryDueAt;

    String[] flags;

    @Column(name = "picked_up_at")
    Instant pickedUpAt;

    @Column(name = "signed_at")
    Instant signedAt;

    @Column(name = "cancelled_at")
    Instant cancelledAt;

    @Column(name = "refunded_at")
    Instant refundedAt;

    @Column(name = "passed_until")
    Instant passedUntil;

    @Column(name = "next_due_at")
    Instant nextDueAt;

    String contribution;

    long version;

    static OrderRow of(OrderId id, Terms terms) {
        var row = new OrderRow();
        row.key = id.key();
        row.shopId = id.shopId();
        row.orderId = id.orderId();
        row.paidAt = terms.paidAt();
        row.pickupDueAt = terms.pickupDueAt();
        row.deliveryDueAt = terms.deliveryDueAt();
        row.flags = terms.flags().stream().map(Flag::name).sorted().toArray(String[]::new);
        row.contribution = EventJson.write(Contribution.none());
        return row;
    }

    OrderId id() {
        return new OrderId(shopId, orderId);
    }

    Order order() {
        var account = new Account(terms(), Optional.ofNullable(refundedAt), Optional.ofNullable(passedUntil));
        return Order.of(
                account,
                Optional.ofNullable(pickedUpAt),
                Optional.ofNullable(signedAt),
                Optional.ofNullable(cancelledAt));
    }

    Terms terms() {
        var set = EnumSet.noneOf(Flag.class);
        Arrays.stream(flags).map(Flag::valueOf).forEach(set::add);
        return new Terms(paidAt, pickupDueAt, deliveryDueAt, set);
    }

    Contribution kept() {
        return EventJson.readContribution(contribution);
    }

    /** Takes the state that has been reached, and what it contributes. */
    void take(Order order, Contribution now) {
        pickedUpAt = order.pickedUpAt().orElse(null);
        signedAt = order.signedAt().orElse(null);
        cancelledAt = order.cancelledAt().orElse(null);
        refundedAt = order.account().refundedAt().orElse(null);
        passedUntil = order.account().passedUntil().orElse(null);
        nextDueAt = OrderMeasures.nextDueAt(order).orElse(null);
        contribution = EventJson.write(now);
        version++;
    }
}
