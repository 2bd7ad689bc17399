package org.shopscore.logistics.listing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** A list in pages, each read when the one before is taken. */
public final class Pages {

    /**
     * @param next the page after a last entry, the first for none; an empty page ends the list
     */
    public static <T> Multi<List<T>> of(Function<Optional<T>, Uni<List<T>>> next) {
        return Multi.createFrom().deferred(() -> {
            var last = new AtomicReference<Optional<T>>(Optional.empty());
            return Multi.createBy()
                    .repeating()
                    .uni(() -> next.apply(last.get()).invoke(page -> {
                        if (!page.isEmpty()) {
                            last.set(Optional.of(page.getLast()));
                        }
                    }))
                    .whilst(page -> !page.isEmpty())
                    .filter(page -> !page.isEmpty());
        });
    }

    private Pages() {}
}
