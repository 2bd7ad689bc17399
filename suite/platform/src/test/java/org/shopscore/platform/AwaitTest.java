package org.shopscore.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AwaitTest {

    @Test
    void aConditionThatThrowsHasNotComeTrueYet() {
        var asked = new AtomicInteger();

        assertThat(Await.within(Duration.ofSeconds(30), () -> {
                    if (asked.incrementAndGet() < 3) {
                        throw new AssertionError("not there yet");
                    }
                    return true;
                }))
                .isTrue();
        assertThat(asked).hasValue(3);
    }

    @Test
    void whatItThrowsToTheEndIsThrown() {
        assertThatThrownBy(() -> Await.within(Duration.ofMillis(50), () -> {
                    throw new IllegalStateException("never there");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("never there");
    }

    @Test
    void oneThatIsFalseToTheEndIsFalse() {
        assertThat(Await.within(Duration.ofMillis(50), () -> false)).isFalse();
    }
}
