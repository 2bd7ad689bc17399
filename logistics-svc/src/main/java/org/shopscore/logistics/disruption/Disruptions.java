package org.shopscore.logistics.disruption;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.shopscore.problem.IfMatch;

/** The disruptions that the logistics team reports; each edit is made from the version that is stored. */
@ApplicationScoped
public class Disruptions {

    /** A disruption after a command. */
    record Placed(StoredDisruption stored, boolean isNew) {}

    private final Pool pool;
    private final Clock clock;

    Disruptions(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Takes in a report; the same again changes nothing, another one is an edit. */
    Uni<Placed> put(String id, Report report, String ifMatch) {
        var first = new StoredDisruption(id, new Disruption.Standing(report), 1);
        return pool.withTransaction(connection -> DisruptionRows.insert(connection, first, clock.instant())
                .chain(isNew -> isNew
                        ? Uni.createFrom().item(new Placed(first, true))
                        : edit(connection, id, ifMatch, stored -> edited(stored, report))
                                .map(stored -> new Placed(stored, false))));
    }

    /** Takes a report back; for the same reason again changes nothing. */
    Uni<StoredDisruption> withdraw(String id, String reason, String ifMatch) {
        return pool.withTransaction(connection -> edit(connection, id, ifMatch, stored -> withdrawn(stored, reason)));
    }

    /**
     * Where and when orders leave the measures.
     *
     * @param begin of the time that is asked for, included
     * @param end   of that time, included
     * @return by the disruption's id
     */
    public Uni<Map<String, Extent>> standing(SqlConnection connection, Instant begin, Instant end) {
        return DisruptionRows.standing(connection, begin, end);
    }

    /** @throws org.shopscore.problem.Refused 404 {@code unknown-disruption} */
    public Uni<StoredDisruption> find(String id) {
        return DisruptionRows.find(pool, id, false)
                .map(stored -> stored.orElseThrow(() -> Refusals.unknownDisruption(id)));
    }

    Uni<DisruptionView.History> history(String id) {
        return find(id).chain(_ -> DisruptionRows.history(pool, id))
                .map(steps -> new DisruptionView.History(id, steps));
    }

    Uni<List<StoredDisruption>> page(String afterId, int limit) {
        return DisruptionRows.page(pool, afterId, limit);
    }

    private Uni<StoredDisruption> edit(
            SqlConnection connection, String id, String ifMatch, Function<StoredDisruption, Disruption> change) {
        return DisruptionRows.find(connection, id, true).chain(found -> {
            var stored = found.orElseThrow(() -> Refusals.unknownDisruption(id));
            var after = change.apply(stored);
            if (after.equals(stored.disruption())) {
                return Uni.createFrom().item(stored);
            }
            IfMatch.require(ifMatch, stored.version());
            DisruptionRequest.begin(stored.disruption().report().extent().from(), clock.instant());
            var next = stored.next(after);
            return DisruptionRows.update(connection, next, clock.instant()).replaceWith(next);
        });
    }

    private static Disruption edited(StoredDisruption stored, Report report) {
        return switch (stored.disruption()) {
            case Disruption.Standing standing -> standing.edited(report);
            case Disruption.Withdrawn withdrawn -> throw Refusals.withdrawn(stored.id(), withdrawn);
        };
    }

    private Disruption withdrawn(StoredDisruption stored, String reason) {
        return switch (stored.disruption()) {
            case Disruption.Standing standing -> standing.withdrawn(clock.instant(), reason);
            case Disruption.Withdrawn already -> {
                if (!already.reason().equals(reason)) {
                    throw Refusals.withdrawn(stored.id(), already);
                }
                yield already;
            }
        };
    }
}
