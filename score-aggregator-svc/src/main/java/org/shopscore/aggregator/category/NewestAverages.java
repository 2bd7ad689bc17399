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
import org.shopscore.aggregator.score.Priors;
import org.shopscore.aggregator.score.ScoresMoved;

/** The averages of the last official day in memory: provisional scores are padded with them (rules.md 5.6). */
@ApplicationScoped
public class NewestAverages {

    private static final Logger LOG = Logger.getLogger(NewestAverages.class);
    private static final String NEWEST = "select max(stat_date) from official_day where published_at is not null";

    /** @param comparable by policy, the metrics whose averages mean the same in it as in the day's own */
    private record Known(
            Optional<LocalDate> statDate,
            Tree tree,
            Averages averages,
            Optional<Policy> policy,
            Map<String, Set<String>> comparable) {

        Known(Optional<LocalDate> statDate, Tree tree, Averages averages, Optional<Policy> policy) {
            this(statDate, tree, averages, policy, new ConcurrentHashMap<>());
        }

        Priors priors(Optional<String> category, Policy by) {
            Priors all = averages.priors(tree.upwards(category));
            Set<String> metrics = comparable.computeIfAbsent(
                    by.reference(), _ -> policy.map(by::metricsAlsoIn).orElse(Set.of()));
            return metric -> metrics.contains(metric) ? all.of(metric) : Optional.empty();
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
     * @param policy that is scored by; of a metric that the last official day's policy made of other measures there is no average
     * @return the policy's own priors as long as there was no official day, or the category is not known
     */
    public Priors priors(Optional<String> category, Policy policy) {
        return known.priors(category, policy);
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
        boolean isNew =
                !read.statDate().equals(known.statDate()) || !read.tree().equals(known.tree());
        known = read;
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
