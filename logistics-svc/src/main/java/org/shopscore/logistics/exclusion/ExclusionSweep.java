package org.shopscore.logistics.exclusion;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.shopscore.logistics.announcement.Announcing;
import org.shopscore.logistics.announcement.Announcing.Result;
import org.shopscore.logistics.exclusion.task.ChangedDisruptions;
import org.shopscore.logistics.exclusion.task.Taken;

/** Works off what changes the exclusions of orders. Replicas share the work: what another one holds is skipped. */
@ApplicationScoped
class ExclusionSweep {

    private static final Logger LOG = Logger.getLogger(ExclusionSweep.class);
    private static final int BATCH = 500;

    private final ChangedDisruptions changes;
    private final Announcing announcing;
    private final OrderExclusions exclusions;

    ExclusionSweep(ChangedDisruptions changes, Announcing announcing, OrderExclusions exclusions) {
        this.changes = changes;
        this.announcing = announcing;
        this.exclusions = exclusions;
    }

    /** Batch after batch until nothing is left; what fails is tried again with the next tick. */
    @Scheduled(
            every = "${logistics.exclusion.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> run() {
        return changes.follow()
                .chain(() -> Multi.createBy()
                        .repeating()
                        .uni(() -> announcing.transaction(this::batch))
                        .whilst(taken -> taken > 0)
                        .collect()
                        .last())
                .onFailure()
                .invoke(failure -> LOG.warnf("exclusion=failed cause=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Result<Integer>> batch(SqlConnection connection) {
        return Taken.from(connection, BATCH)
                .chain(taken -> exclusions
                        .decide(connection, taken.orders())
                        .map(announcement -> new Result<>(taken.tasks(), announcement)));
    }
}
