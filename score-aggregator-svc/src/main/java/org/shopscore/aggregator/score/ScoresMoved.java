package org.shopscore.aggregator.score;

import java.util.Optional;
import java.util.Set;

/**
 * What is held in memory besides the sums has changed: what was made of it is old.
 *
 * @param shops whose; empty for all of them
 */
public record ScoresMoved(Optional<Set<String>> shops) {

    public static ScoresMoved all() {
        return new ScoresMoved(Optional.empty());
    }
}
