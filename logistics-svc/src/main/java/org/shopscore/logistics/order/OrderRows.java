package org.shopscore.logistics.order;

import static org.shopscore.logistics.sql.Column.maybeText;
import static org.shopscore.logistics.sql.Column.maybeTime;
import static org.shopscore.logistics.sql.Column.number;
import static org.shopscore.logistics.sql.Column.text;
import static org.shopscore.logistics.sql.Column.texts;
import static org.shopscore.logistics.sql.Column.time;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.sql.Columns;
import org.shopscore.metric.EventJson;

/** Writes orders and the steps of their history, any number of them in one statement. */
final class OrderRows {

    /** What an order's state is made of. */
    static final Columns<OrderChange> KNOWN = new Columns<>(List.of(
            time("paid_at", change -> terms(change).paidAt()),
            time("pickup_due_at", change -> terms(change).pickupDueAt()),
            time("delivery_due_at", change -> terms(change).deliveryDueAt()),
            texts(
                    "flags",
                    change -> terms(change).flags().stream()
                            .map(Flag::name)
                            .sorted()
                            .toList()),
            text("kind", change -> terms(change).kind().name()),
            maybeTime("available_at", change -> terms(change).availableAt()),
            maybeText("from_region", change -> terms(change).route().from().map(Region::code)),
            maybeText("to_region", change -> terms(change).route().to().map(Region::code)),
            maybeText("carrier", change -> terms(change).route().carrier()),
            maybeText("buyer_ref", change -> terms(change).buyerRef()),
            maybeTime("picked_up_at", change -> account(change).reports().pickedUpAt()),
            maybeTime("signed_at", change -> account(change).reports().signedAt()),
            maybeTime("cancelled_at", change -> account(change).reports().cancelledAt()),
            maybeTime("refunded_at", change -> account(change).reports().refundedAt()),
            number("parcels", change -> (long) account(change).parcels().count()),
            maybeTime(
                    "parcels_picked_up_at", change -> account(change).parcels().pickedUpAt()),
            maybeTime("parcels_signed_at", change -> account(change).parcels().signedAt()),
            maybeTime("parcels_returned_at", change -> account(change).parcels().returnedAt()),
            maybeTime("parcels_lost_at", change -> account(change).parcels().lostAt()),
            texts("pickup_excluded_by", change -> account(change).exclusions().pickupBy()),
            texts("delivery_excluded_by", change -> account(change).exclusions().deliveryBy()),
            maybeTime(
                    "lost_by_force_majeure_at",
                    change -> account(change).exclusions().lostByForceMajeureAt()),
            maybeTime("passed_until", change -> account(change).passedUntil())));

    private static final Columns<OrderChange> NAME = new Columns<>(List.of(
            text("key", change -> change.id().key()),
            text("shop_id", change -> change.id().shopId()),
            text("order_id", change -> change.id().orderId())));

    private static final Columns<OrderChange> MADE = new Columns<>(List.of(
            text("state", change -> State.of(change.after()).name()),
            maybeTime("next_due_at", change -> OrderMeasures.nextDueAt(change.after())),
            text("contribution", change -> EventJson.write(change.contribution())),
            number("version", OrderChange::version)));

    private static final Columns<OrderChange> STEP = new Columns<>(List.of(
            time("at", OrderChange::at),
            text("what", change -> change.what().name()),
            maybeText("from_state", change -> change.before().map(State::of).map(State::name))));

    private static final Columns<OrderChange> ROW = NAME.and(KNOWN).and(MADE);
    private static final Columns<OrderChange> TOLD = ROW.and(STEP);

    private static final String REMEMBER = """
             insert into order_history (order_key, version, at, what, from_state, to_state, recorded_at)
            select new.key, version, at, what, from_state, state, $%d from saved join new on new.key = saved.key
            returning order_key""".formatted(TOLD.next());

    private static final String INSERT = "with new as (select * from " + TOLD.rows()
            + "), saved as (insert into orders ("
            + ROW.names() + ") select " + ROW.names() + " from new order by key on conflict do nothing returning key)"
            + REMEMBER;

    private static final String UPDATE = "with new as (select * from " + TOLD.rows() + "), saved as (update orders set "
            + KNOWN.and(MADE).assignments() + " from new where orders.key = new.key returning orders.key)" + REMEMBER;

    /** @return the keys of those that nobody had placed before */
    static Uni<Set<String>> insert(SqlConnection connection, List<OrderChange> orders, Instant now) {
        return write(connection, INSERT, orders, now);
    }

    static Uni<Void> update(SqlConnection connection, List<OrderChange> orders, Instant now) {
        return write(connection, UPDATE, orders, now).replaceWithVoid();
    }

    private static Uni<Set<String>> write(SqlConnection connection, String sql, List<OrderChange> orders, Instant now) {
        return connection
                .preparedQuery(sql)
                .execute(TOLD.values(orders).addValue(now.atOffset(ZoneOffset.UTC)))
                .map(rows ->
                        rows.stream().map(row -> row.getString("order_key")).collect(Collectors.toSet()));
    }

    private static Account account(OrderChange change) {
        return change.after().account();
    }

    private static Terms terms(OrderChange change) {
        return account(change).terms();
    }

    private OrderRows() {}
}
