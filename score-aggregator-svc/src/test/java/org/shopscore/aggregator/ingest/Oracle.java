package org.shopscore.aggregator.ingest;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the tiles must be: a plain sum over the events that must count, each once. Shares no code with the ingest. */
final class Oracle {

    private final Map<String, Long> amounts = new TreeMap<>();
    private final Set<String> numbers = new HashSet<>();

    /** The event must count, now or when it arrives again. */
    Oracle count(Emitter.Sent sent) {
        String number = sent.source() + " " + sent.incarnation() + " " + sent.lane() + " " + sent.number();
        if (numbers.add(number) && sent.event().isPresent()) {
            var event = sent.event().get();
            for (var change : event.changes()) {
                // Shanghai has been at +8 all the time that a tile can be of.
                LocalDate day =
                        change.anchoredAt().atOffset(ZoneOffset.ofHours(8)).toLocalDate();
                change.measures().forEach((measure, amount) -> add(key(event.shopId(), day, measure), amount));
            }
        }
        return this;
    }

    void countAll(List<Emitter.Sent> sent) {
        sent.forEach(this::count);
    }

    private void add(String key, long amount) {
        amounts.merge(key, amount, Long::sum);
        amounts.remove(key, 0L);
    }

    static String key(String shop, LocalDate day, String measure) {
        return shop + " " + day + " " + measure;
    }

    /** "shop day measure" to amount, without zeros. */
    Map<String, Long> tiles() {
        return amounts;
    }

    /** "shop measure" to the sum over the 30 days that end on the day, for all shops, without zeros. */
    Map<String, Long> sums(LocalDate lastDay) {
        var sums = new TreeMap<String, Long>();
        amounts.forEach((key, amount) -> {
            String[] parts = key.split(" ", 3);
            LocalDate day = LocalDate.parse(parts[1]);
            if (!day.isAfter(lastDay) && day.isAfter(lastDay.minusDays(30))) {
                sums.merge(parts[0] + " " + parts[2], amount, Long::sum);
            }
        });
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }
}
