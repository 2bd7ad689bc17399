package org.shopscore.aggregator.category;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.score.Priors;
import org.shopscore.aggregator.score.ScoresMoved;

/** The averages of the last official day in memory: provisional scores are padded with them (rules.md 5.6). */
@ApplicationScoped
public class NewestAverages {

    private static final Logger LOG = Logger.getLogger(NewestAverages.class);
    private static final String NEWEST = "select max(stat_date) from official_day where published_at is not null";

    private record Known(Optional<LocalDate> statDate, Tree tree, Averages averages) {}

    private final Pool pool;
    private final AverageRows rows;
    private final Event<ScoresMoved> moved;
    private volatile Known known = new Known(Optional.empty(), new Tree(Map.of()), Averages.none());

    NewestAverages(Pool pool, AverageRows rows, Event<ScoresMoved> moved) {
        this.pool = pool;
        this.moved = moved;
        this.rows = rows;
    }

    /** @return the policy's own priors as long as there was no official day, or the category is not known */
    public Priors priors(Optional<String> category) {
        Known now = known;
        return now.averages().priors(now.tree().upwards(category));
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
        if (isNew) {
            moved.fire(ScoresMoved.all());
        }
    }

    private Uni<Known> read(Optional<LocalDate> day) {
        Uni<Averages> averages = day.isEmpty() || day.equals(known.statDate())
                ? Uni.createFrom().item(known.averages())
                : rows.of(pool, day.get());
        return Uni.combine().all().unis(rows.tree(pool), averages).with((tree, found) -> new Known(day, tree, found));
    }
}
