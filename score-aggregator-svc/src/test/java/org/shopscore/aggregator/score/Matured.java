package org.shopscore.aggregator.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.shopscore.metric.Measures;

/** The shipped policy but for refunds, which take days to count. */
public final class Matured {

    public static String document(int days) {
        String metric =
                "\"numerator\": \"refund.on-time\", \"denominator\": \"refund.due\", \"nMin\": 30, \"maturityDays\": ";
        assertThat(Shipped.document()).contains(metric + 0);
        return Shipped.document().replace(metric + 0, metric + days);
    }

    /** What the measures sum up to, added up day by day. */
    public static Window naive(Map<LocalDate, Map<String, Long>> days, LocalDate statDate, int refundsMature) {
        var window = new Window();
        for (String measure : Measures.names()) {
            int shift = measure.equals("refund.on-time") || measure.equals("refund.due") ? refundsMature : 0;
            long sum = 0;
            for (int ago = 0; ago < 30; ago++) {
                sum += days.getOrDefault(statDate.minusDays(ago + shift), Map.of())
                        .getOrDefault(measure, 0L);
            }
            window.with(measure, sum);
        }
        return window;
    }

    private Matured() {}
}
