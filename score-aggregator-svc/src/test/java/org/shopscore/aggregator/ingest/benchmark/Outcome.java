package org.shopscore.aggregator.ingest.benchmark;

import java.util.Map;

/**
 * What a race has come to.
 *
 * @param rate          records a second
 * @param seconds       for how long
 * @param micros        CPU microseconds a record, by process; those of the compiler's threads apart
 * @param warmUpRate    records a second before
 * @param warmUpSeconds how long that was, from the start of the process
 * @param compiled      CPU seconds of the compiler's threads until then
 * @param behind        seconds from the last record's commit until every score is visible
 */
record Outcome(
        double rate,
        double seconds,
        Map<String, Double> micros,
        double warmUpRate,
        double warmUpSeconds,
        double compiled,
        double behind) {

    static final String PROGRAM = "program";
    static final String COMPILING = "JIT";

    static final String HEAD = "%-14s %-8s %9s %10s %7s %9s %9s %9s %9s %9s %9s %7s  %s"
            .formatted(
                    "form",
                    "shops'",
                    "shops",
                    "events/s",
                    "over",
                    "us/event",
                    "program",
                    "kafka",
                    "postgres",
                    "redis",
                    "JIT",
                    "behind",
                    "warm-up");

    /** CPU microseconds a record without compiling, which ends some time, in all processes. */
    double total() {
        return micros.values().stream().mapToDouble(Double::doubleValue).sum() - micros.get(COMPILING);
    }

    String line(String form, String distribution, int shops) {
        return "%-14s %-8s %,9d %,10.0f %5.0f s %9.2f %9.2f %9.2f %9.2f %9.2f %9.2f %5.1f s  %,.0f/s for %.0f s, %.0f s of JIT"
                .formatted(
                        form,
                        distribution,
                        shops,
                        rate,
                        seconds,
                        total(),
                        micros.get(PROGRAM),
                        micros.get("kafka"),
                        micros.get("postgres"),
                        micros.get("redis"),
                        micros.get(COMPILING),
                        behind,
                        warmUpRate,
                        warmUpSeconds,
                        compiled);
    }
}
