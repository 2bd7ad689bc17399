package org.shopscore.aggregator.score.metric;

import java.util.List;
import org.shopscore.aggregator.policy.metric.Diagnostic;
import org.shopscore.aggregator.score.window.WindowSums;

/** Ratios that are shown and earn nothing. */
public final class Diagnostics {

    private record Shown(String id, Gauge gauge) {

        DiagnosticValue of(WindowSums sums) {
            long n = gauge.n(sums);
            return new DiagnosticValue(id, n, gauge.raw(n, sums));
        }
    }

    private final List<Shown> all;

    public Diagnostics(List<Diagnostic> all) {
        this.all = all.stream()
                .map(diagnostic -> new Shown(diagnostic.id(), new Gauge(diagnostic.ratio())))
                .toList();
    }

    public List<DiagnosticValue> of(WindowSums sums) {
        var values = new DiagnosticValue[all.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = all.get(i).of(sums);
        }
        return List.of(values);
    }
}
