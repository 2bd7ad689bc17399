package org.shopscore.aggregator.category;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.file.StoredPolicies;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.ScoresMoved;
import org.shopscore.aggregator.score.ShopScorer;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.shop.ShopProfile;

/** The tree, and the averages of the last official day, in memory: provisional scores are padded with them (rules.md 5.6). */
@ApplicationScoped
public class NewestAverages {

    private static final Logger LOG = Logger.getLogger(NewestAverages.class);
    private static final String NEWEST = "select max(stat_date) from official_day where published_at is not null";

    /** @param byEngine made when first asked for */
    private record Known(
            Optional<LocalDate> statDate,
            Tree tree,
            Averages averages,
            Optional<Policy> policy,
            Map<ScoreEngine, CategoryScorers> byEngine) {

        Known(Optional<LocalDate> statDate, Tree tree, Averages averages, Optional<Policy> policy) {
            this(statDate, tree, averages, policy, new ConcurrentHashMap<>());
        }

        CategoryScorers scorers(ScoreEngine engine) {
            return byEngine.computeIfAbsent(engine, this::made);
        }

        /** Of a metric that the day's policy made of other measures there is no average. */
        private CategoryScorers made(ScoreEngine engine) {
            Set<String> comparable = policy.map(engine.policy()::metricsAlsoIn).orElse(Set.of());
            return new CategoryScorers(engine, tree, categories -> {
                Priors all = averages.priors(categories);
                return metric -> comparable.contains(metric) ? all.of(metric) : Optional.empty();
            });
        }

        boolean isLike(Known other) {
            return statDate.equals(other.statDate) && tree.equals(other.tree);
        }
    }

    private final Pool pool;
    private final AverageRows rows;
    private final StoredPolicies policies;
    private final Event<ScoresMoved> moved;
    private volatile boolean isRead;
    private volatile Known known = new Known(Optional.empty(), new Tree(Map.of()), Averages.none(), Optional.empty());

    NewestAverages(Pool pool, AverageRows rows, StoredPolicies policies, Event<ScoresMoved> moved) {
        this.pool = pool;
        this.moved = moved;
        this.rows = rows;
        this.policies = policies;
    }

    /**
     * What scores a shop, by its category. As long as there was no official day, or the category is not known, small samples are padded with
     * the policy's own priors.
     */
    public ShopScorer scorer(ShopProfile profile, ScoreEngine engine) {
        return known.scorers(engine).of(profile);
    }

    /** False until the last official day, if there is one, has been read once. */
    public boolean isRead() {
        return isRead;
    }

    @Scheduled(
            every = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> refresh() {
        return pool.query(NEWEST)
                .execute()
                .map(found -> Optional.ofNullable(found.iterator().next().getLocalDate(0)))
                .chain(this::read)
                .invoke(this::learn)
                .onFailure()
                .invoke(failure -> LOG.debugf("averages=old cause=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void learn(Known read) {
        boolean isNew = !read.isLike(known);
        if (isNew) {
            known = read;
        }
        isRead = true;
        if (isNew) {
            moved.fire(new ScoresMoved.All());
        }
    }

    private Uni<Known> read(Optional<LocalDate> day) {
        Known before = known;
        if (day.isEmpty() || day.equals(before.statDate())) {
            return rows.tree(pool).map(tree -> new Known(day, tree, before.averages(), before.policy()));
        }
        return Uni.combine()
                .all()
                .unis(rows.tree(pool), rows.of(pool, day.get()), policies.of(pool, day.get()))
                .with((tree, averages, policy) -> new Known(day, tree, averages, Optional.of(policy)));
    }
}
