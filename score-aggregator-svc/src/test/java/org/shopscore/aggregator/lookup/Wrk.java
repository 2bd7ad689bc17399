package org.shopscore.aggregator.lookup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The load generator wrk: 16 connections that are kept alive, one thread. */
final class Wrk {

    private static final Pattern PER_SECOND = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");

    /** @param p99 in ms */
    record Load(double perSecond, double p99) {}

    static Load run(String url, int seconds) throws IOException, InterruptedException {
        var process = new ProcessBuilder("wrk", "-t1", "-c16", "-d" + seconds + "s", "--latency", url)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var perSecond = PER_SECOND.matcher(said);
        var p99 = P99.matcher(said);
        if (!perSecond.find() || !p99.find() || said.contains("Non-2xx")) {
            throw new IllegalStateException(said);
        }
        double unit = switch (p99.group(2)) {
            case "us" -> 1e-3;
            case "ms" -> 1;
            default -> 1e3;
        };
        return new Load(Double.parseDouble(perSecond.group(1)), Double.parseDouble(p99.group(1)) * unit);
    }

    private Wrk() {}
}
