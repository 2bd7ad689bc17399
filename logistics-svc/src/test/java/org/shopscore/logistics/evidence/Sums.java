package org.shopscore.logistics.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Change;
import org.shopscore.metric.MetricEvent;

/** What a shop's lists add up to against what went to the broker for it. */
record Sums(Lists lists, List<MetricEvent> events, Random random) {

    void assertEqual(String measure, LocalDate from, LocalDate to) {
        var read = lists.all(measure, from, to, 1 + random.nextInt(200));
        long announced = events.stream()
                .flatMap(event -> event.changes().stream())
                .filter(change -> isIn(change, from, to))
                .mapToLong(change -> change.measures().getOrDefault(measure, 0L))
                .sum();
        assertThat(read.sum()).as("%s from %s to %s", measure, from, to).isEqualTo(announced);
        assertThat(read.totals()).containsOnly(announced);
        assertThat(read.pageSums()).isEqualTo(announced);
        assertThat(lists.csv(measure, from, to).lines()).hasSize(read.refs().size() + 1);
    }

    private static boolean isIn(Change change, LocalDate from, LocalDate to) {
        var day = BusinessDay.of(change.anchoredAt());
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
