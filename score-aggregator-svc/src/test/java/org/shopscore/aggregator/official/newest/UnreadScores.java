package org.shopscore.aggregator.official.newest;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import org.shopscore.aggregator.score.ScoresMoved;

/** The official scores of a process that has just begun; they are read only when the test says so. */
@ApplicationScoped
public class UnreadScores {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Pool pool;

    @Inject
    DayReader reader;

    @Inject
    Event<ScoresMoved> moved;

    public NewestScores begun() {
        return new NewestScores(pool, reader, moved);
    }

    public void read(NewestScores scores) {
        scores.refresh().await().atMost(PATIENCE);
    }
}
