package org.shopscore.logistics.care.outlook;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shopscore.logistics.care.message.CareConfig;
import org.shopscore.logistics.care.message.Messages;
import org.shopscore.logistics.care.message.Pending;
import org.shopscore.logistics.care.setting.Wish;
import org.shopscore.logistics.care.setting.Wishes;
import org.shopscore.logistics.care.stage.Reached;
import org.shopscore.logistics.order.OrderId;

/** Looks at any number of messages at once: one statement for each kind of thing that counts. */
@ApplicationScoped
public class Outlooks {

    private final KnownOrders orders;
    private final Messages messages;
    private final Wishes wishes;
    private final CareConfig config;
    private final Clock clock;

    Outlooks(KnownOrders orders, Messages messages, Wishes wishes, CareConfig config, Clock clock) {
        this.orders = orders;
        this.messages = messages;
        this.wishes = wishes;
        this.config = config;
        this.clock = clock;
    }

    /** One for each of the messages, as the connection sees what counts for it. */
    public Uni<List<Outlook>> of(SqlConnection connection, Collection<Pending> pending) {
        var ids = pending.stream().map(message -> message.key().order()).collect(Collectors.toSet());
        return orders.of(connection, ids)
                .chain(known -> messages.reached(connection, ids)
                        .chain(reached -> wishes.of(connection, buyers(known))
                                .map(wish -> pending.stream()
                                        .map(message -> {
                                            var id = message.key().order();
                                            return outlook(
                                                    message,
                                                    known.get(id),
                                                    reached.getOrDefault(id, List.of()),
                                                    wish.get(id));
                                        })
                                        .toList())));
    }

    private static Map<OrderId, Optional<String>> buyers(Map<OrderId, KnownOrder> orders) {
        return orders.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, order -> order.getValue().buyerRef()));
    }

    private Outlook outlook(Pending message, KnownOrder order, List<Reached> told, Wish wish) {
        var reached = Stream.concat(order.reached().stream(), told.stream()).toList();
        var situation = new Situation(message.reached(), reached, order.now(), wish.settings(), wish.optedOut());
        return new Outlook(
                message,
                situation.decide(clock.instant(), config.oldest()),
                order.told(),
                order.buyerRef(),
                wish.languages());
    }
}
