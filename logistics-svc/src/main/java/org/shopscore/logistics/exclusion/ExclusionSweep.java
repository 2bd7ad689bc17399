package org.shopscore.logistics.exclusion;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.shopscore.logistics.announcement.Announcing;
import org.shopscore.logistics.announcement.Announcing.Result;
import org.shopscore.logistics.exclusion.task.ChangedDisruptions;
import org.shopscore.logistics.exclusion.task.FailedTasks;
import org.shopscore.logistics.exclusion.task.Taken;
import org.shopscore.logistics.sweep.Tick;

/** Works off what changes the exclusions of orders. Replicas share the work: what another one holds is skipped. */
@ApplicationScoped
class ExclusionSweep {

    private static final Logger LOG = Logger.getLogger(ExclusionSweep.class);
    private static final int BATCH = 500;

    private final ChangedDisruptions changes;
    private final Announcing announcing;
    private final OrderExclusions exclusions;
    private final FailedTasks failed;
    private final MeterRegistry meters;

    ExclusionSweep(
            ChangedDisruptions changes,
            Announcing announcing,
            OrderExclusions exclusions,
            FailedTasks failed,
            MeterRegistry meters) {
        this.changes = changes;
        this.announcing = announcing;
        this.exclusions = exclusions;
        this.failed = failed;
        this.meters = meters;
    }

    @Scheduled(
            every = "${logistics.exclusion.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> run() {
        return Tick.untilNothingIsLeft("exclusion", () -> changes.follow().chain(this::batch));
    }

    private Uni<Integer> batch() {
        return work(connection -> Taken.due(connection, BATCH));
    }

    /** @return how many tasks there were; those that fail in company are tried in halves, down to the one that fails alone */
    private Uni<Integer> work(Function<SqlConnection, Uni<Taken>> take) {
        var taken = new AtomicReference<>(Taken.NOTHING);
        return announcing
                .transaction(connection -> take.apply(connection)
                        .invoke(taken::set)
                        .chain(some -> exclusions
                                .decide(connection, some.orders())
                                .map(announcement -> new Result<>(some.tasks().size(), announcement))))
                .onFailure()
                .recoverWithUni(failure -> apart(taken.get().tasks(), failure));
    }

    private Uni<Integer> apart(List<Long> tasks, Throwable failure) {
        if (tasks.isEmpty()) {
            return Uni.createFrom().failure(failure);
        }
        if (tasks.size() == 1) {
            return putOff(tasks.getFirst(), failure);
        }
        int half = tasks.size() / 2;
        return again(tasks.subList(0, half))
                .chain(() -> again(tasks.subList(half, tasks.size())))
                .replaceWith(tasks.size());
    }

    private Uni<Integer> again(List<Long> tasks) {
        return work(connection -> Taken.these(connection, tasks));
    }

    private Uni<Integer> putOff(long task, Throwable failure) {
        LOG.warnf("exclusion=put-off task=%d cause=%s", task, failure.getMessage());
        meters.counter("exclusion.tasks.failed").increment();
        return failed.putOff(task, failure).replaceWith(1);
    }
}
