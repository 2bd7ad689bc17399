package org.shopscore.platform;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** One task on many things side by side. */
public final class Together {

    private Together() {}

    /**
     * Returns when all are done, or throws the first failure then. The task runs on threads of its own, so that an interrupt
     * of the caller, which Ctrl-C is, turns no orderly stop into a hasty one.
     */
    public static <T> void on(Collection<T> all, Consumer<T> task) {
        try {
            CompletableFuture.allOf(all.stream()
                            .map(one -> CompletableFuture.runAsync(
                                    () -> task.accept(one),
                                    work -> Thread.ofVirtual().start(work)))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
