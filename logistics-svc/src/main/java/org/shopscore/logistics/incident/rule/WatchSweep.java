package org.shopscore.logistics.incident.rule;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.shopscore.logistics.announcement.Announcing;
import org.shopscore.logistics.announcement.Announcing.Result;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanRows;
import org.shopscore.logistics.sweep.Tick;
import org.shopscore.logistics.waybill.Waybill;

/** Finds the parcels that have been silent or under way for too long. Replicas share the work: what another one holds is skipped. */
@ApplicationScoped
class WatchSweep {

    private static final int BATCH = 200;

    private final Announcing announcing;
    private final IncidentRule rule;
    private final Clock clock;

    WatchSweep(Announcing announcing, IncidentRule rule, Clock clock) {
        this.announcing = announcing;
        this.rule = rule;
        this.clock = clock;
    }

    @Scheduled(
            every = "${logistics.watch.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> run() {
        return Tick.untilNothingIsLeft("watch", () -> announcing.transaction(this::batch));
    }

    private Uni<Result<Integer>> batch(SqlConnection connection) {
        var now = clock.instant();
        return WatchRows.due(connection, now, BATCH)
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(Result.silent(0))
                        : ScanRows.known(
                                        connection,
                                        due.stream().map(WatchRows.Due::waybill).toList())
                                .chain(scans -> look(connection, due, scans, now)));
    }

    private Uni<Result<Integer>> look(
            SqlConnection connection, List<WatchRows.Due> due, Map<Waybill, List<Scan>> scans, Instant now) {
        var looks = due.stream()
                .map(one -> one.watch().look(scans.getOrDefault(one.waybill(), List.of()), now))
                .toList();
        return WatchRows.move(connection, looks.stream().map(Watch.Look::next).toList())
                .chain(() -> rule.apply(
                        connection, looks.stream().map(Watch.Look::verdict).toList()))
                .map(announcement -> new Result<>(due.size(), announcement));
    }
}
