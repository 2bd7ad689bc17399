package org.shopscore.aggregator.lookup;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Lookups under way: who asks for the same shop meanwhile waits for the same answer, so that a stampede costs one. */
final class InFlight<T> {

    private final Map<String, Uni<T>> answers = new ConcurrentHashMap<>();

    Uni<T> of(String shopId, Supplier<Uni<T>> lookup) {
        return answers.computeIfAbsent(
                shopId,
                _ -> Uni.createFrom()
                        .deferred(lookup::get)
                        .onTermination()
                        .invoke(() -> answers.remove(shopId))
                        .memoize()
                        .indefinitely());
    }
}
