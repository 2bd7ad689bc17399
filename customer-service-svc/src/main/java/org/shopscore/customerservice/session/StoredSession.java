package org.shopscore.customerservice.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.shopscore.customerservice.session.Message.Author;
import org.shopscore.customerservice.session.Session.StartsWith;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;

/**
 * A session with its messages as the plain client reads many at once.
 *
 * @param kept what was sent for it
 */
record StoredSession(SessionKey key, Session session, Contribution kept) {

    private static final String READ = """
            select s.key, s.started_at, s.starts_with, s.handed_over_at, s.overdue_until, s.contribution,
                   m.message_id, m.author, m.sent_at
            from chat_session s left join chat_message m on m.session_key = s.key
            where s.key = any($1) order by s.key""";

    /** In key order. One statement, so that a session and its messages are of one moment. */
    static Uni<List<StoredSession>> read(SqlConnection connection, List<String> keys) {
        return connection
                .preparedQuery(READ)
                .execute(Tuple.of(keys.toArray(String[]::new)))
                .map(rows -> {
                    var byKey = new LinkedHashMap<String, List<Row>>();
                    rows.forEach(row -> byKey.computeIfAbsent(row.getString("key"), _ -> new ArrayList<>())
                            .add(row));
                    return byKey.values().stream().map(StoredSession::of).toList();
                });
    }

    static List<String> keys(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString("key"))
                .toList();
    }

    Contribution now() {
        return TurnMeasures.of(session);
    }

    private static StoredSession of(List<Row> rows) {
        var row = rows.getFirst();
        return new StoredSession(
                SessionKey.parse(row.getString("key")),
                new Session(
                        instant(row, "started_at").orElseThrow(),
                        StartsWith.valueOf(row.getString("starts_with")),
                        instant(row, "handed_over_at"),
                        rows.stream().flatMap(each -> message(each).stream()).toList(),
                        instant(row, "overdue_until").orElseThrow()),
                EventJson.readContribution(row.getString("contribution")));
    }

    private static Optional<Message> message(Row row) {
        return Optional.ofNullable(row.getString("message_id"))
                .map(id -> new Message(
                        id,
                        Author.valueOf(row.getString("author")),
                        instant(row, "sent_at").orElseThrow()));
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
