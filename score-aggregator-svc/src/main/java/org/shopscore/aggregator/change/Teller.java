package org.shopscore.aggregator.change;

import io.smallrye.mutiny.Uni;

/** Tells on the topic score-changes what is not kept as events. Asked by the one process that tells, never twice at once. */
public interface Teller {

    /**
     * Tells one batch that takes no longer than {@link ChangeLog#PATIENCE}.
     *
     * @return false when there is nothing more to tell
     */
    Uni<Boolean> step();
}
