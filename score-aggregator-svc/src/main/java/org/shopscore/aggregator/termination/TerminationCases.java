package org.shopscore.aggregator.termination;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.shopscore.aggregator.change.ChangeEvents;

/** Opens a case where the score asks for a review, and closes it where the score has recovered or a policy ends the review. It ends no cooperation. */
@ApplicationScoped
public class TerminationCases {

    private static final String OPEN = """
            insert into termination_case (shop_id, code, opened_by)
            select shop_id, code, $1 from unnest($2::text[], $3::text[]) u (shop_id, code)
            on conflict (shop_id, code) where state = 'OPEN' do nothing returning *
            """;
    private static final String CLOSE = """
            update termination_case c set state = u.state, closed_by = $1, closed_at = clock_timestamp(), version = version + 1
              from unnest($2::text[], $3::text[], $4::text[]) u (shop_id, code, state)
             where c.shop_id = u.shop_id and c.code = u.code and c.state = 'OPEN' returning c.*
            """;

    private final ReviewEvents events;
    private final ChangeEvents changes;

    TerminationCases(ReviewEvents events, ChangeEvents changes) {
        this.events = events;
        this.changes = changes;
    }

    /** @param statDate the official day that makes the difference */
    public Uni<Void> follow(SqlClient client, LocalDate statDate, List<ReviewChange> changed) {
        var begun = changed.stream()
                .filter(change -> change.kind() == ReviewChange.Kind.OPENED)
                .toList();
        var ended = changed.stream()
                .filter(change -> change.kind() != ReviewChange.Kind.OPENED)
                .toList();
        return apply(client, OPEN, places(statDate, begun), begun)
                .chain(() -> apply(
                        client,
                        CLOSE,
                        places(statDate, ended)
                                .addValue(ended.stream()
                                        .map(change -> change.kind().name())
                                        .toArray(String[]::new)),
                        ended));
    }

    private static Tuple places(LocalDate statDate, List<ReviewChange> changed) {
        return Tuple.of(
                statDate,
                changed.stream().map(ReviewChange::shopId).toArray(String[]::new),
                changed.stream().map(ReviewChange::code).toArray(String[]::new));
    }

    private Uni<Void> apply(SqlClient client, String statement, Tuple values, List<ReviewChange> changed) {
        return changed.isEmpty()
                ? Uni.createFrom().voidItem()
                : client.preparedQuery(statement).execute(values).chain(rows -> tell(client, rows));
    }

    private Uni<Void> tell(SqlClient client, RowSet<Row> rows) {
        return changes.append(client, rows.stream().map(events::of).toList());
    }
}
