package org.shopscore.suite.bench;

import org.HdrHistogram.Histogram;

/** A histogram of microseconds for a person to read. */
final class Quantiles {

    private static final double MICROS_A_MILLI = 1e3;

    static String text(Histogram micros) {
        return "p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, most %.1f ms"
                .formatted(
                        micros.getValueAtPercentile(50) / MICROS_A_MILLI,
                        micros.getValueAtPercentile(90) / MICROS_A_MILLI,
                        micros.getValueAtPercentile(99) / MICROS_A_MILLI,
                        micros.getMaxValue() / MICROS_A_MILLI);
    }

    private Quantiles() {}
}
