package org.shopscore.aggregator.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InFlightTest {

    private final InFlight<String> inFlight = new InFlight<>();
    private final AtomicInteger lookups = new AtomicInteger();

    @Test
    void aStampedeCostsOneLookupAndTheNextQuestionAnotherOne() {
        var store = new CompletableFuture<String>();
        List<CompletableFuture<String>> callers = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            callers.add(ask("shop-1", store));
        }
        var other = ask("shop-2", CompletableFuture.completedFuture("4.00"));
        store.complete("4.59");

        assertThat(callers).allSatisfy(caller -> assertThat(caller.join()).isEqualTo("4.59"));
        assertThat(other.join()).isEqualTo("4.00");
        assertThat(lookups).hasValue(2);

        assertThat(ask("shop-1", CompletableFuture.completedFuture("4.60")).join())
                .isEqualTo("4.60");
        assertThat(lookups).hasValue(3);
    }

    @Test
    void aFailureIsSharedAndNotKept() {
        var store = new CompletableFuture<String>();
        var first = ask("shop-1", store);
        var second = ask("shop-1", store);
        store.completeExceptionally(new IllegalStateException("down"));

        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedExceptionally();
        assertThat(ask("shop-1", CompletableFuture.completedFuture("4.60")).join())
                .isEqualTo("4.60");
    }

    private CompletableFuture<String> ask(String shopId, CompletableFuture<String> store) {
        return inFlight.of(shopId, () -> {
                    lookups.incrementAndGet();
                    return Uni.createFrom().completionStage(store);
                })
                .subscribeAsCompletionStage();
    }
}
