package org.shopscore.aggregator.score;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All that has moved scores. */
@ApplicationScoped
public class Moves {

    private final Queue<ScoresMoved> seen = new ConcurrentLinkedQueue<>();

    void moved(@Observes ScoresMoved change) {
        seen.add(change);
    }

    /** From now on. */
    public void forget() {
        seen.clear();
    }

    /** In the order in which they were told. */
    public List<ScoresMoved> seen() {
        return List.copyOf(seen);
    }
}
