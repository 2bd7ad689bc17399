package org.shopscore.logistics.care.message;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shopscore.logistics.care.stage.Reached;
import org.shopscore.logistics.care.stage.Stage;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.logistics.sql.Column;
import org.shopscore.logistics.sql.Columns;
import org.shopscore.logistics.sql.Fields;

/** The messages of all shops, from when they are due to what has become of them. */
@ApplicationScoped
public class Messages {

    private static final Columns<Outcome> OUTCOME = new Columns<>(List.of(
            Column.text("order_key", outcome -> outcome.key().order().key()),
            Column.text("stage", outcome -> outcome.key().stage().name()),
            Column.text("state", outcome -> outcome.state().name()),
            Column.maybeText("reason", Outcome::reason),
            Column.maybeTime("due_at", Outcome::dueAt),
            Column.maybeText("channel", outcome -> outcome.channel().map(Enum::name)),
            Column.maybeText("language", Outcome::language),
            Column.number("attempts", outcome -> (long) outcome.attempts())));

    private static final String DUE = "select order_key, stage, reached_at, attempts from care_message"
            + " where state = 'WAITING' and due_at <= $1 order by due_at limit $2 for update skip locked";

    private static final String QUEUED = """
            select order_key, stage, reached_at, attempts
              from care_message join unnest($1::text[], $2::text[]) as asked(order_key, stage) using (order_key, stage)
             where state = 'QUEUED'""";

    private static final String SAVE = """
            update care_message known
               set state = new.state, reason = new.reason, due_at = coalesce(new.due_at, known.due_at),
                   channel = coalesce(new.channel, known.channel), language = coalesce(new.language, known.language),
                   attempts = known.attempts + new.attempts,
                   queued_at = case when new.state = 'QUEUED' then $%2$d else known.queued_at end,
                   ended_at = case when new.state in ('SENT', 'REJECTED', 'SKIPPED') then $%2$d end
              from %1$s
             where known.order_key = new.order_key and known.stage = new.stage and known.state = $%3$d""".formatted(OUTCOME.rows(), OUTCOME.next(), OUTCOME.next() + 1);

    private static final String REACHED =
            "select order_key, stage, reached_at from care_message where order_key = any($1)";

    private final Clock clock;

    Messages(Clock clock) {
        this.clock = clock;
    }

    /** Those that are due, locked until the transaction ends; what another replica has locked is left to it. */
    public Uni<List<Pending>> due(SqlConnection connection, int most) {
        return connection
                .preparedQuery(DUE)
                .execute(Tuple.of(utc(clock.instant()), most))
                .map(rows -> rows.stream().map(Messages::pending).toList());
    }

    /** Those of them that are on their way to the provider still. */
    public Uni<Map<MessageKey, Pending>> queued(SqlClient client, Collection<MessageKey> keys) {
        return client.preparedQuery(QUEUED)
                .execute(Tuple.of(
                        keys.stream().map(key -> key.order().key()).toArray(String[]::new),
                        keys.stream().map(key -> key.stage().name()).toArray(String[]::new)))
                .map(rows -> rows.stream()
                        .map(Messages::pending)
                        .collect(Collectors.toMap(Pending::key, pending -> pending)));
    }

    /** Saves what has become of messages; those that are not in the state any more stay as they are. */
    public Uni<Void> save(SqlClient client, MessageState from, List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var sorted =
                outcomes.stream().sorted(Comparator.comparing(Outcome::key)).toList();
        return client.preparedQuery(SAVE)
                .execute(OUTCOME.values(sorted).addValue(utc(clock.instant())).addValue(from.name()))
                .replaceWithVoid();
    }

    /** What there are messages of. */
    public Uni<Map<OrderId, List<Reached>>> reached(SqlClient client, Collection<OrderId> orders) {
        return client.preparedQuery(REACHED)
                .execute(Tuple.of(orders.stream().map(OrderId::key).toArray(String[]::new)))
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                Messages::order, Collectors.mapping(Messages::reached, Collectors.toList()))));
    }

    private static Pending pending(Row row) {
        return new Pending(
                new MessageKey(order(row), stage(row)), Fields.instant(row, "reached_at"), row.getInteger("attempts"));
    }

    private static Reached reached(Row row) {
        return new Reached(stage(row), Fields.instant(row, "reached_at"));
    }

    private static OrderId order(Row row) {
        var key = row.getString("order_key").split("/", 2);
        return new OrderId(key[0], key[1]);
    }

    private static Stage stage(Row row) {
        return Stage.valueOf(row.getString("stage"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
