package org.shopscore.logistics.sweep;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** One tick of a sweep: batch after batch; what fails is logged under the sweep's name, and tried again with the next tick. */
public final class Tick {

    private static final Logger LOG = Logger.getLogger(Tick.class);

    /** Until a batch finds nothing. */
    public static Uni<Void> untilNothingIsLeft(String sweep, Supplier<Uni<Integer>> batch) {
        return whileFull(sweep, 1, batch);
    }

    /** Until a batch finds fewer than it might have. */
    public static Uni<Void> whileFull(String sweep, int size, Supplier<Uni<Integer>> batch) {
        return Multi.createBy()
                .repeating()
                .uni(batch::get)
                .whilst(found -> found >= size)
                .collect()
                .last()
                .onFailure()
                .invoke(failure -> LOG.warnf("%s=failed cause=%s", sweep, failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Tick() {}
}
