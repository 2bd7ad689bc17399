package org.shopscore.outbox;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Runs a command as a request would: on a Vert.x context of its own. */
@ApplicationScoped
class Commands {

    private final Vertx vertx;

    Commands(Vertx vertx) {
        this.vertx = vertx;
    }

    CompletableFuture<Void> run(Supplier<Uni<Void>> command) {
        var done = new CompletableFuture<Void>();
        var context = VertxContext.getOrCreateDuplicatedContext(vertx);
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(_ -> command.get().subscribe().with(done::complete, done::completeExceptionally));
        return done;
    }
}
