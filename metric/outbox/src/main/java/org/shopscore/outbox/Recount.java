package org.shopscore.outbox;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.shopscore.metric.MetricEvent;

/**
 * Sends what today's functions say more or less than what was sent: run after a release that changes how a state contributes.
 *
 * <p>Pages are transactions of their own, so that an interrupted walk has simply done a part; running again finds the rest.
 */
@ApplicationScoped
class Recount {

    /** Facts walked, and how many of them were sent anew. */
    record Result(long facts, long corrected) {

        Result plus(List<FactRow> page) {
            return new Result(
                    facts + page.size(),
                    corrected + page.stream().filter(FactRow::isStale).count());
        }
    }

    private static final int PAGE = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Pool pool;
    private final Outbox outbox;
    private final List<FactRows> kinds;
    private final Clock clock = Clock.systemUTC();

    Recount(Pool pool, Outbox outbox, @All List<FactRows> kinds) {
        this.pool = pool;
        this.outbox = outbox;
        this.kinds = kinds;
    }

    /** Blocking; for a worker thread. */
    Result run() {
        var result = new Result(0, 0);
        for (FactRows kind : kinds) {
            String after = "";
            for (var page = page(kind, after); !page.isEmpty(); page = page(kind, after)) {
                result = result.plus(page);
                after = page.getLast().key();
            }
        }
        outbox.ring();
        return result;
    }

    private List<FactRow> page(FactRows kind, String after) {
        return pool.withTransaction(connection ->
                        kind.page(connection, after, PAGE, true).call(page -> correct(connection, kind, page)))
                .await()
                .atMost(PATIENCE);
    }

    private Uni<Void> correct(SqlConnection connection, FactRows kind, List<FactRow> page) {
        var wrong = page.stream().filter(FactRow::isStale).toList();
        return Multi.createFrom()
                .iterable(wrong)
                .onItem()
                .transformToUniAndConcatenate(fact -> kind.keep(connection, fact.key(), fact.now()))
                .collect()
                .asList()
                .chain(() -> outbox.append(connection, events(wrong)));
    }

    private List<MetricEvent> events(List<FactRow> wrong) {
        var now = clock.instant();
        return wrong.stream()
                .flatMap(
                        fact -> Differences.events(
                                fact.shopId(),
                                now,
                                fact.ref(),
                                "recount",
                                fact.now().minus(fact.kept()),
                                List.of())
                                .stream())
                .toList();
    }
}
