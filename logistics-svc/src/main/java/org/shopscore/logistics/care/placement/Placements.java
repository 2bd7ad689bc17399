package org.shopscore.logistics.care.placement;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shopscore.logistics.care.message.Made;
import org.shopscore.logistics.care.message.MessageKey;
import org.shopscore.logistics.care.message.NewMessages;
import org.shopscore.logistics.care.stage.Stage;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.logistics.sql.Fields;
import org.shopscore.problem.FieldError;
import org.shopscore.problem.Refused;

/** The placements of all shops. */
@ApplicationScoped
public class Placements {

    private static final String PLACE = "insert into care_placement (order_key, ordered_at, buyer_ref)"
            + " values ($1, $2, $3) on conflict do nothing";
    private static final String KNOWN =
            "select order_key, ordered_at, buyer_ref from care_placement where order_key = any($1)";

    private final Pool pool;
    private final NewMessages messages;

    Placements(Pool pool, NewMessages messages) {
        this.pool = pool;
        this.messages = messages;
    }

    /** Who has placed these orders, as far as anybody said. */
    public Uni<Map<OrderId, String>> buyers(SqlClient client, Collection<OrderId> ids) {
        return known(client, ids).map(rows -> {
            var buyers = new HashMap<OrderId, String>();
            for (OrderId id : ids) {
                Optional.ofNullable(rows.get(id.key()))
                        .flatMap(Placement::buyerRef)
                        .ifPresent(ref -> buyers.put(id, ref));
            }
            return buyers;
        });
    }

    /**
     * Takes in a placement; the same again changes nothing.
     *
     * @return whether it is new
     * @throws Refused 409 {@code placement-differs} when the order was placed otherwise
     */
    Uni<Boolean> place(OrderId id, Placement placement) {
        return pool.withTransaction(connection -> insert(connection, id, placement)
                .chain(isNew -> isNew ? tell(connection, id, placement) : same(connection, id, placement)));
    }

    private static Uni<Boolean> insert(SqlConnection connection, OrderId id, Placement placement) {
        return connection
                .preparedQuery(PLACE)
                .execute(Tuple.of(
                        id.key(),
                        placement.orderedAt().atOffset(ZoneOffset.UTC),
                        placement.buyerRef().orElse(null)))
                .map(rows -> rows.rowCount() == 1);
    }

    private Uni<Boolean> tell(SqlConnection connection, OrderId id, Placement placement) {
        var made = new Made(new MessageKey(id, Stage.ORDERED), Optional.of(placement.orderedAt()));
        return messages.make(connection, List.of(made)).replaceWith(true);
    }

    private static Uni<Boolean> same(SqlConnection connection, OrderId id, Placement told) {
        return known(connection, List.of(id)).map(rows -> {
            var known = rows.get(id.key());
            if (!known.equals(told)) {
                throw new Refused(409, "placement-differs", "the order was placed otherwise, and that never changes")
                        .with("errors", differences(known, told));
            }
            return false;
        });
    }

    private static List<FieldError> differences(Placement known, Placement told) {
        var errors = new java.util.ArrayList<FieldError>();
        if (!known.orderedAt().equals(told.orderedAt())) {
            errors.add(FieldError.of("orderedAt", "is " + known.orderedAt(), told.orderedAt()));
        }
        if (!known.buyerRef().equals(told.buyerRef())) {
            errors.add(FieldError.of(
                    "buyerRef",
                    "is " + known.buyerRef().orElse("absent"),
                    told.buyerRef().orElse("absent")));
        }
        return errors;
    }

    private static Uni<Map<String, Placement>> known(SqlClient client, Collection<OrderId> ids) {
        return client.preparedQuery(KNOWN)
                .execute(Tuple.of(ids.stream().map(OrderId::key).toArray(String[]::new)))
                .map(rows -> {
                    var known = new HashMap<String, Placement>();
                    rows.forEach(row -> known.put(row.getString("order_key"), placement(row)));
                    return known;
                });
    }

    private static Placement placement(Row row) {
        return new Placement(Fields.instant(row, "ordered_at"), Fields.maybeText(row, "buyer_ref"));
    }
}
