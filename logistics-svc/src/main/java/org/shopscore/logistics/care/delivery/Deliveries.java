package org.shopscore.logistics.care.delivery;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shopscore.logistics.care.message.MessageKey;
import org.shopscore.logistics.care.message.Outcome;
import org.shopscore.logistics.care.outlook.Decision;
import org.shopscore.logistics.care.outlook.Outlook;
import org.shopscore.logistics.care.outlook.Outlooks;
import org.shopscore.logistics.order.OrderId;

/**
 * Delivers notifications: each is looked at once more, since the topic may have been slow, handed to the provider, and kept in
 * the log with what came of it. One that the log does not know as queued, a duplicate for instance, is let go.
 */
@ApplicationScoped
class Deliveries {

    private final Pool pool;
    private final Outlooks outlooks;
    private final Attempts attempts;
    private final DeliveryLog log;
    private final ProviderConfig config;

    Deliveries(Pool pool, Outlooks outlooks, Attempts attempts, DeliveryLog log, ProviderConfig config) {
        this.pool = pool;
        this.outlooks = outlooks;
        this.attempts = attempts;
        this.log = log;
        this.config = config;
    }

    /** Many orders at once, the messages of each order one after the other. */
    Uni<Void> deliver(List<Letter> letters) {
        Map<OrderId, List<Letter>> byOrder = once(letters).stream()
                .collect(Collectors.groupingBy(letter -> letter.key().order()));
        return queued(letters)
                .chain(known -> Multi.createFrom()
                        .iterable(byOrder.values())
                        .onItem()
                        .transformToUni(order -> deliver(order, known))
                        .merge(config.inFlight())
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    /** Of a message that comes twice the last counts. */
    private static Collection<Letter> once(List<Letter> letters) {
        var byKey = new LinkedHashMap<MessageKey, Letter>();
        letters.forEach(letter -> byKey.put(letter.key(), letter));
        return byKey.values();
    }

    private Uni<Void> deliver(List<Letter> order, Map<MessageKey, Outlook> known) {
        return Multi.createFrom()
                .iterable(order)
                .filter(letter -> known.containsKey(letter.key()))
                .onItem()
                .transformToUniAndConcatenate(letter -> deliver(letter, known.get(letter.key())))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Map<MessageKey, Outlook>> queued(List<Letter> letters) {
        var keys = letters.stream().map(Letter::key).distinct().toList();
        return pool.withConnection(connection ->
                        log.queued(connection, keys).chain(queued -> outlooks.of(connection, queued.values())))
                .map(all -> all.stream()
                        .collect(Collectors.toMap(outlook -> outlook.message().key(), Function.identity())));
    }

    private Uni<Void> deliver(Letter letter, Outlook outlook) {
        Uni<Outcome> outcome = switch (outlook.decision()) {
            case Decision.Skip skip -> Uni.createFrom().item(Outcome.skipped(letter.key(), skip.reason()));
            case Decision.Wait wait -> Uni.createFrom().item(Outcome.waits(letter.key(), wait.until(), 0));
            case Decision.Send _ -> attempts.hand(letter, outlook.message().attempts());
        };
        return outcome.chain(log::keep);
    }
}
