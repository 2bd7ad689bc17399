package org.shopscore.logistics.order;

import static org.shopscore.logistics.sql.Fields.instant;
import static org.shopscore.logistics.sql.Fields.maybeInstant;
import static org.shopscore.logistics.sql.Fields.maybeText;
import static org.shopscore.logistics.sql.Fields.texts;

import io.vertx.mutiny.sqlclient.Row;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.shopscore.logistics.region.Region;
import org.shopscore.metric.EventJson;

/** Reads orders from their table. */
public final class OrderColumns {

    /** Their names, as {@link #view} needs them in a select from {@code orders}. */
    public static final String ALL =
            "orders.key, orders.shop_id, orders.order_id, orders.version, orders.contribution, "
                    + OrderRows.KNOWN.names();

    public static OrderView view(Row row) {
        return OrderView.of(stored(row));
    }

    static StoredOrder stored(Row row) {
        return new StoredOrder(
                id(row), order(row), EventJson.readContribution(row.getString("contribution")), row.getLong("version"));
    }

    private static OrderId id(Row row) {
        return new OrderId(row.getString("shop_id"), row.getString("order_id"));
    }

    private static Order order(Row row) {
        return Order.of(new Account(
                terms(row), reports(row), parcels(row), exclusions(row), maybeInstant(row, "passed_until")));
    }

    private static Terms terms(Row row) {
        return new Terms(
                instant(row, "paid_at"),
                instant(row, "pickup_due_at"),
                instant(row, "delivery_due_at"),
                texts(row, "flags").stream().map(Flag::valueOf).collect(Collectors.toSet()),
                Kind.valueOf(row.getString("kind")),
                maybeInstant(row, "available_at"),
                new Route(
                        maybeText(row, "from_region").map(Region::new),
                        maybeText(row, "to_region").map(Region::new),
                        maybeText(row, "carrier")),
                maybeText(row, "buyer_ref"));
    }

    private static Reports reports(Row row) {
        return new Reports(
                maybeInstant(row, "picked_up_at"),
                maybeInstant(row, "signed_at"),
                maybeInstant(row, "cancelled_at"),
                maybeInstant(row, "refunded_at"));
    }

    private static Parcels parcels(Row row) {
        return new Parcels(
                row.getInteger("parcels"),
                maybeInstant(row, "parcels_picked_up_at"),
                maybeInstant(row, "parcels_signed_at"),
                maybeInstant(row, "parcels_returned_at"),
                maybeInstant(row, "parcels_lost_at"));
    }

    private static Exclusions exclusions(Row row) {
        return new Exclusions(
                new TreeSet<>(texts(row, "pickup_excluded_by")),
                new TreeSet<>(texts(row, "delivery_excluded_by")),
                maybeInstant(row, "lost_by_force_majeure_at"));
    }

    private OrderColumns() {}
}
