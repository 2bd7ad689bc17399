package org.shopscore.aggregator.termination;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shopscore.aggregator.change.ChangeEvents;
import org.shopscore.problem.IfMatch;
import org.shopscore.problem.Refused;

/** The cases as people read and decide them. */
@ApplicationScoped
class TerminationReviews {

    private static final String SELECT = """
            select c.*, coalesce((select e.recommended from entitlement_day e
                      join official_day d on d.stat_date = e.stat_date and d.published_at is not null
                     where e.shop_id = c.shop_id order by e.stat_date desc, e.evaluation desc limit 1), '{}') as recommended
              from termination_case c
            """;
    private static final String ONE = SELECT + " where case_id = $1";
    private static final String PAGE = SELECT + """
             where case_id > $1 and ($2::text is null or state = $2) and ($3::text is null or shop_id = $3)
             order by case_id limit $4
            """;
    private static final String LOCKED = "select version, state from termination_case where case_id = $1 for update";
    private static final String DECIDE = """
            update termination_case set state = 'DECIDED', decision = $2, reason = $3, actor = $4,
                closed_at = clock_timestamp(), version = version + 1
             where case_id = $1 returning *
            """;

    private final Pool pool;
    private final ReviewEvents events;
    private final ChangeEvents changes;

    TerminationReviews(Pool pool, ReviewEvents events, ChangeEvents changes) {
        this.pool = pool;
        this.events = events;
        this.changes = changes;
    }

    /** In the order in which they were opened. */
    Uni<List<TerminationCase>> page(UUID after, Optional<TerminationCase.State> state, String shopId, int size) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(after, state.map(Enum::name).orElse(null), shopId, size))
                .map(rows -> rows.stream().map(TerminationCase::of).toList());
    }

    /** @return fails with {@link Refused} 404 */
    Uni<TerminationCase> find(UUID caseId) {
        return find(pool, caseId);
    }

    /**
     * The same decision again changes nothing.
     *
     * @param ifMatch the version that the person has seen
     * @return fails with {@link Refused} 404; 409 {@code case-closed}; 412 and 428 as {@link IfMatch} has it
     */
    Uni<TerminationCase> decide(UUID caseId, Decision decision, String ifMatch) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(LOCKED)
                .execute(Tuple.of(caseId))
                .chain(rows -> find(connection, caseId))
                .chain(found -> isDecidedSo(found, decision)
                        ? Uni.createFrom().item(found)
                        : decide(connection, found, decision, ifMatch)));
    }

    private static boolean isDecidedSo(TerminationCase found, Decision decision) {
        return found.decision().filter(decision::equals).isPresent();
    }

    private Uni<TerminationCase> decide(
            SqlConnection connection, TerminationCase found, Decision decision, String ifMatch) {
        if (found.state() != TerminationCase.State.OPEN) {
            throw new Refused(409, "case-closed", "the case is " + found.state() + " and takes no decision")
                    .with("state", found.state());
        }
        IfMatch.require(ifMatch, found.version());
        return connection
                .preparedQuery(DECIDE)
                .execute(Tuple.of(found.caseId(), decision.outcome().name(), decision.reason(), decision.actor()))
                .map(rows -> rows.iterator().next())
                .chain(row -> changes.append(connection, List.of(events.of(row))))
                .chain(() -> find(connection, found.caseId()));
    }

    private static Uni<TerminationCase> find(SqlClient client, UUID caseId) {
        return client.preparedQuery(ONE)
                .execute(Tuple.of(caseId))
                .map(rows -> rows.stream()
                        .map(TerminationCase::of)
                        .findFirst()
                        .orElseThrow(() -> new Refused(404, "unknown-case", "there is no case " + caseId)));
    }
}
