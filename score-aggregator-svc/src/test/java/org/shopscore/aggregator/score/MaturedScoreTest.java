package org.shopscore.aggregator.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.file.PolicyFile;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.score.window.DayAmounts;
import org.shopscore.aggregator.score.window.Sums;
import org.shopscore.metric.Measures;

/** A metric that matures counts the window of so many days before, and nothing else does. */
class MaturedScoreTest {

    private static final LocalDate STAT_DATE = LocalDate.of(2026, 3, 31);

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 7, 15, 60})
    void theDigitsAreThoseOfTheDaysThatHaveMatured(int maturityDays) {
        var random = new Random(maturityDays);
        Policy policy = PolicyFile.read("p.json", Matured.document(maturityDays));
        var engine = new ScoreEngine(policy);
        for (int round = 0; round < 50; round++) {
            var days = days(random);
            var sums = new DayAmounts(days).windowEnding(STAT_DATE, policy.maturities());

            var sheet = engine.score(sums, Priors.DEFAULT, ShopProfile.UNKNOWN, STAT_DATE);

            assertThat(sheet).isEqualTo(Shipped.score(Matured.naive(days, STAT_DATE, maturityDays)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 8})
    void sumsThatWereNotCountedAsThePolicyHasItAreNotScored(int counted) {
        var engine = new ScoreEngine(PolicyFile.read("p.json", Matured.document(7)));
        var other = PolicyFile.read("p.json", Matured.document(counted)).maturities();
        var days = new DayAmounts(days(new Random(1)));

        assertThat(engine.canScore(
                        days.windowEnding(STAT_DATE, engine.maturities().and(other))))
                .isTrue();
        for (Sums lacking : new Sums[] {days.windowEnding(STAT_DATE), days.windowEnding(STAT_DATE, other)}) {
            assertThatThrownBy(() -> engine.score(lacking, Priors.DEFAULT, ShopProfile.UNKNOWN, STAT_DATE))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("refund.due@7");
        }
    }

    /** With one amount on each edge of both windows at least. */
    private static SortedMap<LocalDate, Map<String, Long>> days(Random random) {
        var days = new TreeMap<LocalDate, Map<String, Long>>();
        for (int ago = 0; ago < 95; ago++) {
            var amounts = new HashMap<String, Long>();
            for (String measure : Measures.names()) {
                if (random.nextInt(3) == 0 || measure.startsWith("refund.")) {
                    amounts.put(measure, 1L + random.nextInt(9));
                }
            }
            days.put(STAT_DATE.minusDays(ago), amounts);
        }
        return days;
    }
}
