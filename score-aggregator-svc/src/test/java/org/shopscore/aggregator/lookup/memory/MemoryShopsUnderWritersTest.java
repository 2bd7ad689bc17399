package org.shopscore.aggregator.lookup.memory;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.lookup.memory.Announced.Version;
import org.shopscore.aggregator.score.shop.FeedState;
import org.shopscore.aggregator.score.window.Sums;
import org.shopscore.aggregator.shop.table.ShopBytes;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Measures;

/** Lookups beside announcements and changes of what lines are made of: nothing torn, nothing older than what was known before the question. */
class MemoryShopsUnderWritersTest {

    private static final int SHOPS = 3_000;
    private static final int ROUNDS = 40;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final MemoryShops own = new MemoryShops();
    private final AtomicIntegerArray announced = new AtomicIntegerArray(SHOPS);
    private final AtomicIntegerArray profiles = new AtomicIntegerArray(SHOPS);
    private final AtomicLong official = new AtomicLong(1);
    private final AtomicBoolean isDone = new AtomicBoolean();

    @Test
    void aLineIsWholeAndNeverOlderThanWhatWasToldBeforeTheQuestion() throws Exception {
        for (int partition = 0; partition < Lane.COUNT; partition++) {
            own.put(partition, new FeedState(DAY, new TreeMap<>(), List.of()));
        }
        try (var threads = Executors.newFixedThreadPool(6)) {
            var readers = List.of(threads.submit(reader(1)), threads.submit(reader(2)), threads.submit(reader(3)));
            var writers = List.of(
                    threads.submit(this::announce), threads.submit(this::register), threads.submit(this::publish));
            for (Future<Long> writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
            isDone.set(true);
            for (Future<Long> reader : readers) {
                assertThat(reader.get(60, TimeUnit.SECONDS)).isGreaterThan(SHOPS);
            }
        }
        assertThat(own.size()).isEqualTo(SHOPS);
        for (int shop = 0; shop < SHOPS; shop++) {
            check(shop, ROUNDS, ROUNDS, official.get());
        }
    }

    private long announce() {
        for (int round = 1; round <= ROUNDS; round++) {
            for (int shop = 0; shop < SHOPS; shop++) {
                long n = round;
                own.put(
                        Lane.of(id(shop)),
                        id(shop),
                        new Announced(new Version(1, round), DAY, Instant.ofEpochMilli(round), KnownSums.of(sums(n))));
                announced.set(shop, round);
            }
        }
        return ROUNDS;
    }

    private long register() {
        for (int round = 1; round <= ROUNDS; round++) {
            for (int shop = SHOPS - 1; shop >= 0; shop--) {
                profiles.set(shop, round);
                own.drop(id(shop));
            }
        }
        return ROUNDS;
    }

    private long publish() throws InterruptedException {
        for (int day = 2; day < 200; day++) {
            official.set(day);
            own.dropAll();
            Thread.sleep(2);
        }
        return official.get();
    }

    private Callable<Long> reader(int seed) {
        return () -> {
            var random = new SplittableRandom(seed);
            long found = 0;
            while (!isDone.get()) {
                int shop = random.nextInt(SHOPS);
                int before = announced.get(shop);
                // A profile counts as told only after the drop, so that one before is still allowed.
                int profile = profiles.get(shop) - 1;
                long day = official.get() - 1;
                if (before > 0) {
                    check(shop, before, profile, day);
                    found++;
                }
            }
            return found;
        };
    }

    /** The line repeats its version in every place, so that parts of two would show. */
    private void check(int shop, long atLeast, int profileAtLeast, long dayAtLeast) {
        byte[] text = id(shop).getBytes(US_ASCII);
        byte[] entry = own.written(text, 0, text.length, Lane.hash(text, 0, text.length), 0, this::line);

        assertThat(entry).isNotNull();
        assertThat(Arrays.copyOfRange(entry, ShopBytes.idFrom(), ShopBytes.idTo(entry)))
                .isEqualTo(text);
        var line = ByteBuffer.wrap(entry, Entry.line(entry), Entry.LINE);
        long n = Entry.n(entry);
        assertThat(n).isGreaterThanOrEqualTo(atLeast);
        assertThat(line.getLong()).isEqualTo(n);
        assertThat(line.getInt()).isGreaterThanOrEqualTo(profileAtLeast);
        assertThat(line.getLong()).isGreaterThanOrEqualTo(dayAtLeast);
        while (line.remaining() >= Long.BYTES) {
            assertThat(line.getLong()).isEqualTo(n);
        }
        var sums = Entry.announced(entry).sums();
        var amounts = new ArrayList<Long>();
        sums.forEach((_, amount) -> amounts.add(amount));
        assertThat(amounts).isNotEmpty().containsOnly(n << (n % 40));
    }

    private Optional<byte[]> line(byte[] entry, String shopId, Announced known) {
        int shop = Integer.parseInt(shopId.substring("shop-".length()));
        var line = ByteBuffer.allocate(Entry.LINE)
                .putLong(known.version().n())
                .putInt(profiles.get(shop))
                .putLong(official.get());
        while (line.remaining() >= Long.BYTES) {
            line.putLong(known.version().n());
        }
        return Optional.of(line.array());
    }

    /** Of some measures, more or fewer bytes long. */
    private static Sums sums(long n) {
        return new Sums(Measures.names().stream()
                .filter(measure -> measure.length() % 3 == 0)
                .collect(Collectors.toMap(measure -> measure, _ -> n << (n % 40))));
    }

    private static String id(int shop) {
        return "shop-" + shop;
    }
}
