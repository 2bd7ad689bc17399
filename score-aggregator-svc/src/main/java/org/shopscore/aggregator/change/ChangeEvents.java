package org.shopscore.aggregator.change;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Keeps what is to be told, in the transaction that makes it true. */
@ApplicationScoped
public class ChangeEvents {

    private static final String APPEND = """
            insert into change_event (stat_date, shop_id, key, type, data)
            select * from unnest($1::date[], $2::text[], $3::text[], $4::text[], $5::text[])
            """;
    private static final String WITHDRAW = "delete from change_event where stat_date = $1";

    public Uni<Void> append(SqlClient client, List<ChangeEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return client.preparedQuery(APPEND)
                .execute(Tuple.tuple()
                        .addValue(events.stream()
                                .map(event -> event.statDate().orElse(null))
                                .toArray(LocalDate[]::new))
                        .addValue(texts(events, ChangeEvent::shopId))
                        .addValue(texts(events, ChangeEvent::key))
                        .addValue(texts(events, ChangeEvent::type))
                        .addValue(texts(events, ChangeEvent::data)))
                .replaceWithVoid();
    }

    /** For a day that is published when a later one is: what it changed is no longer what holds. */
    public Uni<Void> withdraw(SqlClient client, LocalDate statDate) {
        return client.preparedQuery(WITHDRAW).execute(Tuple.of(statDate)).replaceWithVoid();
    }

    private static String[] texts(List<ChangeEvent> events, Function<ChangeEvent, String> of) {
        return events.stream().map(of).toArray(String[]::new);
    }
}
