package org.shopscore.logistics.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LatestTest {

    private final Latest<String> latest = new Latest<>("nothing");
    private final CompletableFuture<String> first = new CompletableFuture<>();
    private final CompletableFuture<String> second = new CompletableFuture<>();

    private void begin(CompletableFuture<String> reading) {
        latest.read(() -> Uni.createFrom().completionStage(reading)).subscribe().with(_ -> {}, _ -> {});
    }

    @Test
    void whatWasReadIsKnown() {
        assertThat(latest.get()).isEqualTo("nothing");
        begin(first);
        first.complete("一号");
        assertThat(latest.get()).isEqualTo("一号");
        begin(second);
        second.complete("二号");
        assertThat(latest.get()).isEqualTo("二号");
    }

    @Test
    void aReadingThatBeganEarlierDoesNotHideALaterOne() {
        begin(first);
        begin(second);
        second.complete("after the change");
        first.complete("before the change");
        assertThat(latest.get()).isEqualTo("after the change");
    }

    @Test
    void aReadingThatFailedLeavesWhatIsKnown() {
        begin(first);
        first.complete("known");
        begin(second);
        second.completeExceptionally(new IllegalStateException("the database is away"));
        assertThat(latest.get()).isEqualTo("known");
    }
}
