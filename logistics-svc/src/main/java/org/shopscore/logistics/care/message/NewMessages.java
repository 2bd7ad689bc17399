package org.shopscore.logistics.care.message;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Makes messages: the key lets one be made for a stage of an order, and no second one. */
@ApplicationScoped
public class NewMessages {

    // One exception that was over before anybody was told must not keep the next one from being told.
    // Two parcels of an order can reach a stage together: it is told of the one that reached it first.
    // Nobody can say when a parcel left that the shop names without a time; one of an old order is no news.
    private static final String MAKE = """
            insert into care_message as known (order_key, stage, shop_id, id, reached_at, state, due_at, made_at)
            select distinct on (order_key, stage) order_key, stage, shop_id, id, reached_at, 'WAITING', $6, $6
              from (select told.*, coalesce(told.at, least($6, orders.delivery_due_at)) as reached_at
                      from unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::timestamptz[])
                             as told(order_key, stage, shop_id, id, at)
                      left join orders on told.at is null and orders.key = told.order_key) fresh
             where reached_at >= $7
             order by order_key, stage, reached_at
            on conflict (order_key, stage) do update
               set reached_at = excluded.reached_at, state = 'WAITING', reason = null, due_at = excluded.due_at, ended_at = null
             where known.reason = 'EXCEPTION_OVER'""";

    private final CareConfig config;
    private final Clock clock;

    NewMessages(CareConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Makes those that are not too old and not made yet, in the transaction of what they tell of. */
    public Uni<Void> make(SqlConnection connection, List<Made> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        return connection
                .preparedQuery(MAKE)
                .execute(Tuple.tuple()
                        .addValue(column(
                                messages,
                                String[]::new,
                                one -> one.key().order().key()))
                        .addValue(column(
                                messages,
                                String[]::new,
                                one -> one.key().stage().name()))
                        .addValue(column(
                                messages,
                                String[]::new,
                                one -> one.key().order().shopId()))
                        .addValue(column(messages, UUID[]::new, one -> one.key().id()))
                        .addValue(column(
                                messages,
                                OffsetDateTime[]::new,
                                one -> one.reachedAt().map(NewMessages::utc).orElse(null)))
                        .addValue(utc(now))
                        .addValue(utc(now.minus(config.oldest()))))
                .replaceWithVoid();
    }

    private static <T> T[] column(List<Made> messages, IntFunction<T[]> array, Function<Made, T> of) {
        return messages.stream().map(of).toArray(array);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
