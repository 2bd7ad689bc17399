package org.shopscore.logistics.exclusion;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;
import org.shopscore.logistics.exclusion.task.FailedTask;
import org.shopscore.logistics.exclusion.task.FailedTasks;

/** On the management port: how many orders wait to be looked at, and which cannot be, and why. */
@ApplicationScoped
class ExclusionRoutes {

    private static final Logger LOG = Logger.getLogger(ExclusionRoutes.class);
    private static final int SHOWN = 100;

    private final FailedTasks tasks;

    ExclusionRoutes(FailedTasks tasks) {
        this.tasks = tasks;
    }

    void routes(@Observes ManagementInterface management) {
        management.router().get("/ops/exclusions").handler(this::answer);
    }

    private void answer(RoutingContext request) {
        tasks.backlog()
                .chain(backlog -> tasks.list(SHOWN).map(failed -> view(backlog, failed)))
                .subscribe()
                .with(
                        view -> request.response()
                                .putHeader("content-type", "application/json")
                                .end(view.encode()),
                        failure -> {
                            LOG.warnf("exclusions=unknown cause=%s", failure.getMessage());
                            request.fail(503);
                        });
    }

    private static JsonObject view(FailedTasks.Backlog backlog, List<FailedTask> failed) {
        return new JsonObject()
                .put("waiting", backlog.waiting())
                .put("failed", backlog.failed())
                .put(
                        "tasks",
                        new JsonArray(failed.stream()
                                .map(task -> new JsonObject()
                                        .put("order", task.orderKey())
                                        .put("attempts", task.attempts())
                                        .put("dueAt", task.dueAt().toString())
                                        .put("reason", task.reason()))
                                .toList()));
    }
}
