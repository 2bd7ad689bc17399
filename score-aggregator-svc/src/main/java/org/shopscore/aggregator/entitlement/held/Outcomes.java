package org.shopscore.aggregator.entitlement.held;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.shopscore.aggregator.change.ChangeEvents;
import org.shopscore.aggregator.entitlement.standing.Standing;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.termination.ReviewChange;
import org.shopscore.aggregator.termination.TerminationCases;

/** What follows when a shop begins or ceases to hold something: it is told, and reviews are opened or closed. */
@ApplicationScoped
public class Outcomes {

    private static final String REVIEWS = """
            delete from change_event where stat_date = $1 and type = $2
            returning shop_id, data::jsonb ->> 'code' as code, (data::jsonb ->> 'held')::boolean as held
            """;

    private final EntitlementEvents events;
    private final ChangeEvents changes;
    private final TerminationCases cases;
    private final Corrected corrected;

    Outcomes(EntitlementEvents events, ChangeEvents changes, TerminationCases cases, Corrected corrected) {
        this.events = events;
        this.changes = changes;
        this.cases = cases;
        this.corrected = corrected;
    }

    Uni<Void> corrected(SqlClient client, String shopId, Policy policy, Standing was, Standing is) {
        List<ReviewChange> changed = is.changesFrom(was).stream()
                .filter(Standing.Change::isReview)
                .map(change -> review(shopId, change.code(), change.isHeld(), policy))
                .toList();
        return changes.append(client, events.ofCorrection(shopId, policy, was, is))
                .chain(() -> cases.follow(client, is.days().statDate(), changed));
    }

    /** In the transaction that publishes the newest day. */
    public Uni<Void> published(SqlClient client, LocalDate statDate, Policy policy) {
        return client.preparedQuery(REVIEWS)
                .execute(Tuple.of(statDate, EntitlementEvents.REVIEW))
                .map(rows -> rows.stream()
                        .map(row ->
                                review(row.getString("shop_id"), row.getString("code"), row.getBoolean("held"), policy))
                        .toList())
                .chain(changed -> cases.follow(client, statDate, changed));
    }

    /** @param policy of the day: what it does not name it has ended */
    private static ReviewChange review(String shopId, String code, boolean isOpen, Policy policy) {
        if (isOpen) {
            return new ReviewChange(shopId, code, ReviewChange.Kind.OPENED);
        }
        return new ReviewChange(
                shopId,
                code,
                policy.reviews().contains(code) ? ReviewChange.Kind.RECOVERED : ReviewChange.Kind.ENDED_BY_POLICY);
    }

    /** In the transaction that publishes a day while a later one was begun, whose shops may have been judged without it. */
    public Uni<Void> publishedBeside(SqlClient client, LocalDate statDate) {
        return corrected.noteAll(client, statDate);
    }

    /** In the transaction that publishes a day after a later one: the days after it are judged again. */
    public Uni<Void> publishedLate(SqlClient client, LocalDate statDate) {
        return changes.withdraw(client, statDate).chain(() -> corrected.noteAll(client, statDate));
    }
}
