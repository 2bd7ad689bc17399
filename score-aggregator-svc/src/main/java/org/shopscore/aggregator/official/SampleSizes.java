package org.shopscore.aggregator.official;

import com.fasterxml.jackson.annotation.JsonValue;
import io.vertx.mutiny.sqlclient.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shopscore.aggregator.score.metric.MetricScore;

/**
 * How many facts each metric of an official score was counted from: denominators of the window, design.md section 5.
 *
 * @param metrics ids, which all scores of a day have in common
 * @param sizes   one for each of them, separated by commas
 */
public record SampleSizes(List<String> metrics, String sizes) {

    private static final String BETWEEN = ",";

    public SampleSizes {
        metrics = List.copyOf(metrics);
    }

    /** The sizes of a score as they are stored. */
    static String stored(List<MetricScore> metrics) {
        return metrics.stream().map(metric -> Long.toString(metric.n())).collect(Collectors.joining(BETWEEN));
    }

    /** Nothing of a day that was scored before they were kept. */
    static Optional<SampleSizes> of(Row row) {
        String[] metrics = row.getArrayOfStrings("metrics");
        String sizes = row.getString("samples");
        return metrics == null || sizes == null
                ? Optional.empty()
                : Optional.of(new SampleSizes(List.of(metrics), sizes));
    }

    @JsonValue
    Map<String, Long> byMetric() {
        var byMetric = new LinkedHashMap<String, Long>();
        String[] each = sizes.split(BETWEEN, -1);
        for (int at = 0; at < each.length; at++) {
            byMetric.put(metrics.get(at), Long.valueOf(each[at]));
        }
        return byMetric;
    }
}
