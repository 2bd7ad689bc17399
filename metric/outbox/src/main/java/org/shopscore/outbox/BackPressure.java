package org.shopscore.outbox;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.Duration;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.shopscore.problem.Refused;

/** Past a configured backlog commands are refused, before the disk is full of what nobody takes away. */
class BackPressure {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final Backlog backlog;

    BackPressure(Backlog backlog) {
        this.backlog = backlog;
    }

    @ServerRequestFilter
    public void refuseWhenFull(ContainerRequestContext request, ResourceInfo asked) {
        if (backlog.full() && !READS.contains(request.getMethod()) && !isTaken(asked)) {
            throw full();
        }
    }

    private static boolean isTaken(ResourceInfo asked) {
        return asked.getResourceClass() != null && asked.getResourceClass().isAnnotationPresent(TakenWhileFull.class);
    }

    static Refused full() {
        return new Refused(503, "outbox-full", "Too many changes wait for the message broker; nothing was stored")
                .retryAfter(Duration.ofSeconds(5));
    }
}
