package org.shopscore.aggregator.lookup.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.lookup.memory.Announced.Version;
import org.shopscore.aggregator.lookup.memory.KnownSums;
import org.shopscore.aggregator.score.Sums;

class AnnouncedJsonTest {

    private static final Version VERSION = new Version(7, 12);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Instant AS_OF = Instant.parse("2026-03-01T04:00:00.123Z");
    private static final Map<String, Long> AMOUNTS =
            Map.of("order.paid", 40L, "review.stars", 1L << 50, "complaint.on-time", -3L);

    private final AnnouncedJson json = new AnnouncedJson(new ObjectMapper());

    @Test
    void whatIsWrittenIsReadAgain() {
        var read = json.announced(written()).orElseThrow();

        assertThat(read.version()).isEqualTo(VERSION);
        assertThat(read.day()).isEqualTo(DAY);
        assertThat(read.asOf()).isEqualTo(AS_OF);
        var amounts = new HashMap<String, Long>();
        read.sums().forEach(amounts::put);
        assertThat(amounts).isEqualTo(AMOUNTS);
    }

    @Test
    void aValueThatWasPackedByOtherMeasuresOrIsNoneIsNotRead() {
        assertThat(json.announced(written().replace(KnownSums.MEASURES, "00000000")))
                .isEmpty();
        assertThat(json.announced(written().replace("\"sums\":\"", "\"sums\":\"////")))
                .isEmpty();
        assertThat(json.announced(written().replace("\"sums\":\"", "\"sums\":\"店")))
                .isEmpty();
        assertThat(json.announced("{\"version\":\"7.12\"}")).isEmpty();
        assertThat(json.announced("")).isEmpty();
    }

    private String written() {
        return json.write(json.head(VERSION, DAY, AS_OF), KnownSums.of(new Sums(AMOUNTS)));
    }
}
