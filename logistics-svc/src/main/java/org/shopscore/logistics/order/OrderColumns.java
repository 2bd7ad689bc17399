package org.shopscore.logistics.order;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;

/** Reads orders on the plain client, for the work that walks many of them. */
final class OrderColumns {

    static final String ALL = "key, shop_id, order_id, paid_at, pickup_due_at, delivery_due_at, flags,"
            + " picked_up_at, signed_at, cancelled_at, refunded_at, passed_until, contribution, version";

    static OrderId id(Row row) {
        return new OrderId(row.getString("shop_id"), row.getString("order_id"));
    }

    static Order order(Row row) {
        var account = new Account(terms(row), instant(row, "refunded_at"), instant(row, "passed_until"));
        return Order.of(account, instant(row, "picked_up_at"), instant(row, "signed_at"), instant(row, "cancelled_at"));
    }

    static Contribution kept(Row row) {
        return EventJson.readContribution(row.getString("contribution"));
    }

    private static Terms terms(Row row) {
        var flags = Arrays.stream(row.getArrayOfStrings("flags")).map(Flag::valueOf);
        return new Terms(
                instant(row, "paid_at").orElseThrow(),
                instant(row, "pickup_due_at").orElseThrow(),
                instant(row, "delivery_due_at").orElseThrow(),
                flags.collect(Collectors.toSet()));
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    private OrderColumns() {}
}
