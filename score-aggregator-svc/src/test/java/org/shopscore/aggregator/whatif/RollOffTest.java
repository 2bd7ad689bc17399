package org.shopscore.aggregator.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.ShopScorer;
import org.shopscore.aggregator.score.metric.MetricScore;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.score.window.DayAmounts;

/** The worked example EX-11 (c): a bad day leaves, a good one comes. */
class RollOffTest {

    private static final ShopScorer SCORER =
            new ShopScorer(new ScoreEngine(Shipped.POLICY), Priors.DEFAULT, ShopProfile.UNKNOWN);

    private final LocalDate today = LocalDate.of(2026, 11, 11);

    @Test
    void theWindowOfTomorrowIsWithoutItsOldestDayAndWithWhatTheWeekdayBringsAgain() {
        LocalDate oldest = DayAmounts.firstOfWindow(today);
        var days = days(Map.of(oldest, turns(60, 90), today.minusDays(6), turns(70, 70), today, turns(1670, 1840)));

        var tomorrow = RollOff.days(SCORER, days, today, 1).getFirst();

        assertThat(tomorrow.day()).isEqualTo(today.plusDays(1));
        assertThat(tomorrow.leaving()).isEqualTo(turns(60, 90));
        assertThat(replies(Shipped.score(days.windowEnding(today))).points()).isEqualTo("4.5000");
        assertThat(replies(tomorrow.expected()).points()).isEqualTo("4.6414");
        assertThat(replies(tomorrow.quiet()).n()).isEqualTo(1910);
    }

    @Test
    void aWeekdayBeyondTheFirstWeekBringsWhatItIsExpectedToBringBefore() {
        var days = days(Map.of(today.minusDays(6), turns(10, 10), today, turns(40, 40)));

        var ahead = RollOff.days(SCORER, days, today, 8);

        assertThat(replies(ahead.get(0).expected()).n()).isEqualTo(60);
        assertThat(replies(ahead.get(6).expected()).n()).isEqualTo(60);
        assertThat(replies(ahead.get(7).expected()).n()).isEqualTo(70);
        assertThat(replies(ahead.get(7).quiet()).n()).isEqualTo(50);
    }

    /** At 2 o'clock today has brought 3 of the 70 turns that its weekday brings. */
    @Test
    void theWeekdayOfADayThatStillRunsBringsWhatItBroughtTheWeekBeforeThatDay() {
        var days = days(Map.of(today.minusDays(7), turns(70, 70), today, turns(3, 3)));

        var ahead = RollOff.days(SCORER, days, today, 14);

        assertThat(replies(ahead.get(5).expected()).n()).isEqualTo(73);
        assertThat(replies(ahead.get(6).expected()).n()).isEqualTo(143);
        assertThat(replies(ahead.get(13).expected()).n()).isEqualTo(213);
    }

    private static Map<String, Long> turns(long inTime, long all) {
        return Map.of("chat.turns-within-3min", inTime, "chat.turns", all);
    }

    private static DayAmounts days(Map<LocalDate, Map<String, Long>> days) {
        return new DayAmounts(new TreeMap<>(days));
    }

    private static MetricScore replies(ScoreSheet sheet) {
        return sheet.metrics().stream()
                .filter(metric -> metric.id().equals("threeMinuteReplyRate"))
                .findFirst()
                .orElseThrow();
    }
}
