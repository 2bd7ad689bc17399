package org.shopscore.aggregator.ingest.benchmark;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.shopscore.metric.BusinessDay;

/**
 * A stream of facts, the same whenever it is asked for. It begins with one fact of each shop's past, so that all shops exist and
 * are scored by their own orders; then 45, 30 and 20 % are of today, yesterday and the day before, 3 % one to seven days late and
 * 2 % of any day of the window; 1 % take back; 2 % are sent twice.
 *
 * @param shops  how many there are
 * @param isZipf whether the shop of rank r has 1 / r^1.1 of the first one's facts, or each as many as any other
 * @param events how many facts, those of the past among them
 * @param today  the last day of the window, at {@code now}
 */
record Load(int shops, boolean isZipf, long events, LocalDate today, Instant now) {

    static final int WINDOW = 30;
    private static final double EXPONENT = 1.1;
    private static final long SEED = 5;

    static Load of(String distribution, int shops, long events) {
        Instant now = Instant.now();
        return new Load(shops, distribution.equals("zipf"), events, BusinessDay.of(now), now);
    }

    static String shopId(int shop) {
        return "shop-" + shop;
    }

    LocalDate day(int daysAgo) {
        return today.minusDays(daysAgo);
    }

    boolean isSentTwice(Event event) {
        return event.n % 50 == 0;
    }

    /** How many records the log gets. */
    long records() {
        return events + (events + 49) / 50;
    }

    void forEach(Consumer<Event> each) {
        var stream = new Stream(this);
        for (long n = 0; n < events; n++) {
            each.accept(stream.next());
        }
    }

    Stream stream() {
        return new Stream(this);
    }

    /** It has no end. */
    static final class Stream {

        private final SplittableRandom random = new SplittableRandom(SEED);
        private final Load load;
        private final double[] upTo;
        private final int secondsOfToday;
        private long n;

        private Stream(Load load) {
            this.load = load;
            upTo = load.isZipf ? cumulated(load.shops) : new double[0];
            long begun = BusinessDay.start(load.today).getEpochSecond();
            secondsOfToday = Math.toIntExact(Math.max(1, load.now.getEpochSecond() - begun));
        }

        private static double[] cumulated(int shops) {
            var upTo = new double[shops];
            double sum = 0;
            for (int i = 0; i < shops; i++) {
                sum += Math.pow(i + 1, -EXPONENT);
                upTo[i] = sum;
            }
            return upTo;
        }

        Event next() {
            return n < load.shops ? past() : present();
        }

        private Event past() {
            int shop = Math.toIntExact(n);
            return event(shop, Kind.HISTORY, 1 + random.nextInt(WINDOW - 1), false);
        }

        private Event present() {
            int shop = load.isZipf ? skewed() : random.nextInt(load.shops);
            return event(shop, Kind.any(random), daysAgo(), random.nextInt(100) == 0);
        }

        private int skewed() {
            int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
            return at < 0 ? -at - 1 : at;
        }

        private int daysAgo() {
            int percent = random.nextInt(100);
            if (percent < 95) {
                return percent < 45 ? 0 : percent < 75 ? 1 : 2;
            }
            return percent < 98 ? random.nextInt(1, 8) : random.nextInt(WINDOW);
        }

        private Event event(int shop, Kind kind, int daysAgo, boolean isTakenBack) {
            int second = random.nextInt(daysAgo == 0 ? secondsOfToday : 86_400);
            return new Event(n++, shop, kind, kind.amounts(random, isTakenBack ? -1 : 1), daysAgo, second);
        }
    }
}
