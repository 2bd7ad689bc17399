package org.shopscore.aggregator.ingest.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.tile.MeasureIds.Measure;
import org.shopscore.metric.BoundBroken;
import org.shopscore.metric.Change;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.MetricEvent;

/** What is scanned is what the contract's reader reads, and nothing that it refuses. */
class ScanTest {

    private static final long SEED = 20261128;
    private static final String SOURCE = "/logistics-svc";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final List<Measure> MEASURES = measures();

    private final Random random = new Random(SEED);
    private final DataScan scan = new DataScan();
    private final MeasureTable table = new MeasureTable(MEASURES);

    private static List<Measure> measures() {
        var measures = new ArrayList<Measure>();
        for (short id = 1; id <= 300; id++) {
            measures.add(new Measure(id, "parcel.kind-" + id, id % 10 == 0 ? "/after-sales-svc" : SOURCE));
        }
        return measures;
    }

    @Test
    void plainEventsAreScannedToTheAmountsThatTheContractReads() {
        for (int round = 0; round < 20_000; round++) {
            var event = event();
            byte[] data = EventJson.write(event).getBytes(UTF_8);
            assertThat(scanned(data, event.time())).as(EventJson.write(event)).contains(told(event));
        }
    }

    @Test
    void whateverIsChangedInOneItIsReadAsTheContractReadsItOrNotAtAll() {
        int taken = 0;
        for (int round = 0; round < 60_000; round++) {
            var event = event();
            byte[] data = spoiled(EventJson.write(event).getBytes(UTF_8));
            var scanned = scanned(data, event.time());
            if (scanned.isPresent()) {
                taken++;
                assertThat(readable(event, data)).as(new String(data, UTF_8)).isEqualTo(scanned);
            }
        }
        assertThat(taken).isBetween(2_000, 40_000);
    }

    @Test
    void daysAtTheEdgesOfWhatIsTakenAreTakenToTheNanosecond() {
        Instant time = Instant.parse("2026-03-01T04:00:00.000000001Z");
        for (var edge : List.of(time.minus(Duration.ofDays(1100)), time.plus(Duration.ofDays(1)))) {
            for (int nanos = -1; nanos <= 1; nanos++) {
                String data = "{\"ref\":\"a\",\"changes\":[{\"anchoredAt\":\"" + edge.plusNanos(nanos)
                        + "\",\"measures\":{\"parcel.kind-1\":1}}]}";
                assertThat(scanned(data.getBytes(UTF_8), time).isPresent())
                        .as(data)
                        .isEqualTo(isRead(time, data.getBytes(UTF_8)));
            }
        }
    }

    @Test
    void instantsAreReadAsTheLibraryReadsThemAndDaysAreThoseOfShanghai() {
        var read = new InstantScan();
        int taken = 0;
        for (int round = 0; round < 60_000; round++) {
            var written = Instant.ofEpochSecond(
                            random.nextLong(694_224_000L, 4_102_444_800L), random.nextInt(1_000_000_000))
                    .truncatedTo(List.of(
                                    java.time.temporal.ChronoUnit.SECONDS,
                                    java.time.temporal.ChronoUnit.MILLIS,
                                    java.time.temporal.ChronoUnit.NANOS)
                            .get(random.nextInt(3)));
            byte[] text = written.toString().getBytes(UTF_8);
            assertThat(read.read(text, 0, text.length)).as(written.toString()).isTrue();
            assertThat(read.instant()).isEqualTo(written);
            assertThat(read.businessDay())
                    .isEqualTo(Math.toIntExact(
                            written.atZone(SHANGHAI).toLocalDate().toEpochDay()));
            byte[] spoiled = spoiled(text);
            if (read.read(spoiled, 0, spoiled.length)) {
                taken++;
                assertThat(parsed(new String(spoiled, UTF_8))).contains(read.instant());
            }
        }
        assertThat(taken).isGreaterThan(200);
    }

    private static Optional<Instant> parsed(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private MetricEvent event() {
        Instant time =
                Instant.ofEpochSecond(random.nextLong(1_600_000_000L, 1_900_000_000L), random.nextInt(1_000_000));
        var changes = new ArrayList<Change>();
        for (int n = random.nextInt(3); n >= 0; n--) {
            var measures = new TreeMap<String, Long>();
            for (int m = random.nextInt(10); m >= 0; m--) {
                int id = random.nextInt(1, 301);
                long amount = random.nextLong(-1_000_000_000_000L, 1_000_000_000_001L) >> random.nextInt(40);
                if (id % 10 != 0 && amount != 0) {
                    measures.put("parcel.kind-" + id, amount);
                }
            }
            if (!measures.isEmpty()) {
                changes.add(new Change(time.minusSeconds(random.nextLong(0, 1100 * 86_400L)), measures));
            }
        }
        if (changes.isEmpty()) {
            return event();
        }
        return new MetricEvent(
                "shop-1", time, "order/o-" + random.nextInt(), Optional.empty(), Optional.empty(), changes, List.of());
    }

    /** Up to three bytes are lost, doubled, or replaced by such as matter. */
    private byte[] spoiled(byte[] text) {
        var spoiled = new ArrayList<Byte>();
        for (byte one : text) {
            spoiled.add(one);
        }
        for (int n = random.nextInt(3); n >= 0; n--) {
            int at = random.nextInt(spoiled.size());
            switch (random.nextInt(4)) {
                case 0 -> spoiled.remove(at);
                case 1 -> spoiled.add(at, spoiled.get(at));
                case 2 -> spoiled.set(at, (byte) "0123456789-+.:\"{}[], \\TZeE\t中".charAt(random.nextInt(26)));
                default -> spoiled.set(at, (byte) random.nextInt(256));
            }
        }
        byte[] bytes = new byte[spoiled.size()];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = spoiled.get(at);
        }
        return bytes;
    }

    private Optional<Map<String, Long>> scanned(byte[] data, Instant time) {
        var at = new InstantScan();
        at.set(time);
        return scan.read(data, SOURCE, at, table).map(days -> {
            Map<String, Long> amounts = new TreeMap<>();
            days.forEach((day, some) -> {
                for (int n = 0; n < some.size(); n++) {
                    amounts.put(day + " parcel.kind-" + some.id(n), some.amount(n));
                }
            });
            return amounts;
        });
    }

    private static Optional<Map<String, Long>> readable(MetricEvent event, byte[] data) {
        try {
            return Optional.of(told(EventJson.readEvent(event.shopId(), event.time(), data)));
        } catch (BoundBroken _) {
            return Optional.empty();
        }
    }

    private static boolean isRead(Instant time, byte[] data) {
        try {
            EventJson.readEvent("shop-1", time, data);
            return true;
        } catch (BoundBroken _) {
            return false;
        }
    }

    private static Map<String, Long> told(MetricEvent event) {
        var amounts = new TreeMap<String, Long>();
        for (Change change : event.changes()) {
            long day = change.anchoredAt().atZone(SHANGHAI).toLocalDate().toEpochDay();
            change.measures().forEach((name, amount) -> amounts.merge(day + " " + name, amount, Long::sum));
        }
        amounts.values().removeIf(amount -> amount == 0);
        return amounts;
    }
}
