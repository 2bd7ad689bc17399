package org.shopscore.logistics.feedback;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.shopscore.logistics.carrier.counting.MovedParcels;
import org.shopscore.logistics.shipment.ShipmentId;
import org.shopscore.logistics.sql.Fields;
import org.shopscore.problem.Refused;

/** The feedback on all deliveries: of a parcel the first counts. */
@ApplicationScoped
class Feedbacks {

    /** A feedback after a command. */
    record Given(StoredFeedback stored, boolean isNew) {}

    private static final String ADD = """
            insert into delivery_feedback (shipment_key, shop_id, shipment_id, carrier, attitude, speed, parcel_state,
              comment, given_at, recorded_at)
            select key, shop_id, shipment_id, carrier, $2, $3, $4, $5, $6, $7 from shipment where key = $1
            on conflict do nothing""";
    private static final String ALL =
            "select shipment_key, shop_id, shipment_id, carrier, attitude, speed, parcel_state,"
                    + " comment, given_at from delivery_feedback";
    private static final String ONE = ALL + " where shipment_key = $1";
    private static final String KNOWN = "select from shipment where key = $1";
    private static final String PAGE = ALL + """
             where (given_at, shipment_key) < ($1, $2) and ($3::text is null or carrier = $3)
              and ($4::text is null or shop_id = $4)
              and (attitude <= $5 or speed <= $5 or ($5 < 5 and parcel_state <> 'INTACT'))
            order by given_at desc, shipment_key desc limit $6""";

    private final Pool pool;
    private final MovedParcels moved;
    private final Clock clock;

    Feedbacks(Pool pool, MovedParcels moved, Clock clock) {
        this.pool = pool;
        this.moved = moved;
        this.clock = clock;
    }

    /** @throws Refused 404 {@code unknown-shipment}, 409 {@code feedback-differs} when the buyer has given another one */
    Uni<Given> give(ShipmentId id, Feedback given) {
        return pool.withTransaction(connection -> add(connection, id, given)
                .chain(added -> added
                        ? moved.mark(connection, List.of(id.key()))
                                .chain(() -> require(connection, id))
                                .map(stored -> new Given(stored, true))
                        : require(connection, id).map(stored -> same(stored, given))));
    }

    Uni<StoredFeedback> find(ShipmentId id) {
        return pool.withConnection(connection -> require(connection, id));
    }

    /** The newest first. */
    Uni<List<StoredFeedback>> page(FeedbackQuery query, int limit) {
        var values = Tuple.of(query.before().atOffset(ZoneOffset.UTC), query.beforeKey())
                .addValue(query.carrier().orElse(null))
                .addValue(query.shopId().orElse(null))
                .addInteger(query.atMost())
                .addInteger(limit);
        return pool.preparedQuery(PAGE)
                .execute(values)
                .map(rows -> rows.stream().map(Feedbacks::stored).toList());
    }

    private Uni<Boolean> add(SqlConnection connection, ShipmentId id, Feedback given) {
        var values = Tuple.of(
                        id.key(),
                        given.attitude(),
                        given.speed(),
                        given.parcelState().name())
                .addString(given.comment())
                .addValue(given.givenAt().atOffset(ZoneOffset.UTC))
                .addValue(clock.instant().atOffset(ZoneOffset.UTC));
        return connection.preparedQuery(ADD).execute(values).map(rows -> rows.rowCount() == 1);
    }

    private static Uni<StoredFeedback> require(SqlConnection connection, ShipmentId id) {
        return connection
                .preparedQuery(ONE)
                .execute(Tuple.of(id.key()))
                .map(rows -> rows.stream().map(Feedbacks::stored).findFirst())
                .chain(found ->
                        found.map(stored -> Uni.createFrom().item(stored)).orElseGet(() -> missing(connection, id)));
    }

    private static Uni<StoredFeedback> missing(SqlConnection connection, ShipmentId id) {
        return connection.preparedQuery(KNOWN).execute(Tuple.of(id.key())).map(rows -> {
            throw rows.size() == 0
                    ? new Refused(
                            404, "unknown-shipment", "shop " + id.shopId() + " has no shipment " + id.shipmentId())
                    : new Refused(404, "no-feedback", "nobody has given feedback on shipment " + id.shipmentId());
        });
    }

    private static Given same(StoredFeedback stored, Feedback given) {
        if (!stored.feedback().equals(given)) {
            throw new Refused(409, "feedback-differs", "the buyer has given other feedback, and the first counts")
                    .with("known", FeedbackView.of(stored));
        }
        return new Given(stored, false);
    }

    private static StoredFeedback stored(Row row) {
        var feedback = new Feedback(
                row.getInteger("attitude"),
                row.getInteger("speed"),
                ParcelState.valueOf(row.getString("parcel_state")),
                row.getString("comment"),
                Fields.instant(row, "given_at"));
        return new StoredFeedback(
                row.getString("shop_id"), row.getString("shipment_id"), row.getString("carrier"), feedback);
    }
}
