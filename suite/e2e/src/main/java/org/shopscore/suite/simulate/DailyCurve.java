package org.shopscore.suite.simulate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.shopscore.metric.BusinessDay;

/** When in a day people buy and ask: hardly at night, a noon hump, most of all in the evening; more at weekends. */
final class DailyCurve {

    private static final List<Integer> HOURS =
            List.of(14, 7, 4, 3, 3, 5, 12, 24, 38, 52, 58, 56, 60, 54, 50, 50, 52, 54, 58, 72, 92, 100, 78, 40);

    static Instant in(LocalDate day, Dice dice) {
        return BusinessDay.start(day)
                .plus(Duration.ofHours(dice.pick(HOURS)))
                .plus(dice.between(Duration.ZERO, Duration.ofHours(1)));
    }

    static int orders(int onAverage, LocalDate day, Dice dice) {
        int weekend = day.getDayOfWeek().getValue() >= 6 ? onAverage / 4 : 0;
        return onAverage - onAverage / 5 + weekend + dice.below(onAverage * 2 / 5 + 1);
    }

    private DailyCurve() {}
}
