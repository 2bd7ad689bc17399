package org.shopscore.aggregator.policy.inforce;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.shopscore.aggregator.policy.file.StoredPolicies;
import org.shopscore.aggregator.score.ScoresMoved;

/** What another process knows of the plan; it asks for it only when the test says so. */
public final class AnotherProcess {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final PoliciesInForce policies;
    private final PlanRows rows;
    private final Pool pool;

    private AnotherProcess(PoliciesInForce policies, PlanRows rows, Pool pool) {
        this.policies = policies;
        this.rows = rows;
        this.pool = pool;
    }

    public String policy() {
        return policies.now().reference();
    }

    public Optional<Instant> unprovenSince() {
        return policies.unprovenSince();
    }

    public AnotherProcess refreshed() {
        policies.refresh().await().atMost(SOON);
        return this;
    }

    /** By the database's clock. */
    public Instant now() {
        return rows.read(pool).await().atMost(SOON).now();
    }

    /** Starts them. */
    @ApplicationScoped
    public static class Maker {

        @Inject
        Pool pool;

        @Inject
        PlanRows rows;

        @Inject
        FirstPolicy first;

        @Inject
        Event<ScoresMoved> moved;

        public AnotherProcess started() {
            var policies = new PoliciesInForce(pool, rows, new StoredPolicies(), first, moved);
            policies.begin(null);
            return new AnotherProcess(policies, rows, pool);
        }
    }
}
