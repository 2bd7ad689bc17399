package org.shopscore.aggregator.lookup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/** CPU time of this process, clients and service, and of Redis. */
record Cpu(long redis) {

    private static final int TICKS_A_SECOND = 100;

    double microsEach(int turns, IntConsumer turn) {
        double before = micros();
        for (int i = 0; i < turns; i++) {
            turn.accept(i);
        }
        return (micros() - before) / turns;
    }

    private double micros() {
        return own() + ofRedis();
    }

    private static double own() {
        var os = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return os.getProcessCpuTime() / 1e3;
    }

    private double ofRedis() {
        try {
            String stat = Files.readString(Path.of("/proc/" + redis + "/stat"));
            String[] after = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(after[11]) + Long.parseLong(after[12])) * 1e6 / TICKS_A_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
