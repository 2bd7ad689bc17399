package org.shopscore.aggregator.lookup.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.lookup.memory.Announced;
import org.shopscore.aggregator.lookup.memory.Announced.Version;
import org.shopscore.aggregator.lookup.memory.KnownSums;
import org.shopscore.aggregator.score.window.Sums;

class AnnouncedBytesTest {

    private static final Version VERSION = new Version(7, 12);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Instant AS_OF = Instant.parse("2026-03-01T04:00:00.123Z");
    private static final Map<String, Long> AMOUNTS =
            Map.of("order.paid", 40L, "review.stars", 1L << 50, "complaint.on-time", -3L);

    @Test
    void whatIsWrittenIsReadAgain() {
        var read = AnnouncedBytes.read(written()).orElseThrow();

        assertThat(read.version()).isEqualTo(VERSION);
        assertThat(read.day()).isEqualTo(DAY);
        assertThat(read.asOf()).isEqualTo(AS_OF);
        var amounts = new HashMap<String, Long>();
        read.sums().forEach(amounts::put);
        assertThat(amounts).isEqualTo(AMOUNTS);
    }

    @Test
    void aValueOfAnotherFormOrPackedByOtherMeasuresIsNotRead() {
        for (int at = 0; at < 5; at++) {
            byte[] other = written();
            other[at] ^= 1;
            assertThat(AnnouncedBytes.read(other)).as("byte %d", at).isEmpty();
        }
        assertThat(AnnouncedBytes.read("{\"version\":\"7.12\",\"asOf\":\"2026-03-01T04:00:00.123Z\"}".getBytes(UTF_8)))
                .isEmpty();
        assertThat(AnnouncedBytes.read(new byte[0])).isEmpty();
    }

    @Test
    void sumsThatAreTornAreNotRead() {
        byte[] torn = Arrays.copyOf(written(), written().length + 1);
        torn[torn.length - 1] = (byte) 0xFF;
        assertThat(AnnouncedBytes.read(torn)).isEmpty();
    }

    private static byte[] written() {
        return AnnouncedBytes.write(new Announced(VERSION, DAY, AS_OF, KnownSums.of(new Sums(AMOUNTS))));
    }
}
