package org.shopscore.logistics.webhook.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.logistics.webhook.protocol.Incoming;
import org.shopscore.logistics.webhook.protocol.Verdict;

class StandardProtocolTest {

    private static final Instant NOW = Instant.parse("2026-11-11T00:00:00Z");

    /** By nobody's secret, so that what is not stale is forged. */
    @ParameterizedTest
    @CsvSource({"-301, true", "-300, false", "0, false", "300, false", "301, true"})
    void whatWasSignedFiveMinutesAwayIsTheLastThatIsNotStale(long secondsAway, boolean isStale) {
        var incoming = new Incoming(
                new byte[0],
                Map.of(
                        "webhook-id", List.of("msg-1"),
                        "webhook-timestamp", List.of(String.valueOf(NOW.getEpochSecond() + secondsAway)),
                        "webhook-signature", List.of("v1,AA==")));
        var verdict = new StandardProtocol(Clock.fixed(NOW, ZoneOffset.UTC)).verify(incoming, List.of());
        assertThat(verdict).isEqualTo(isStale ? new Verdict.Stale() : new Verdict.Forged());
    }
}
