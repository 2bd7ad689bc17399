package org.shopscore.aggregator.ingest.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import org.shopscore.platform.LocalProcess;
import org.shopscore.platform.Platform;

/**
 * How busy a machine is, and with what.
 *
 * @param cpu seconds by process
 */
record Busy(long nanos, Map<String, Double> cpu) {

    private static final String COMPILER = "its compiler";
    private static final String LOAD = "load";

    static Busy now(Platform platform, long service) {
        var cpu = new TreeMap<String, Double>();
        double compiling = CpuTime.compiling(service);
        cpu.put("service", CpuTime.of(service) - compiling);
        cpu.put(COMPILER, compiling);
        for (LocalProcess store : platform.stores()) {
            cpu.put(store.name(), CpuTime.of(store.pid()));
        }
        cpu.put(LOAD, own());
        return new Busy(System.nanoTime(), cpu);
    }

    /** Of this process, which sends the load and asks. */
    private static double own() {
        var os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return os.getProcessCpuTime() / 1e9;
    }

    Busy since(Busy before) {
        var spent = new TreeMap<String, Double>();
        cpu.forEach((name, seconds) -> spent.put(name, seconds - before.cpu.get(name)));
        return new Busy(nanos - before.nanos, spent);
    }

    /** CPU microseconds for each of so many events a second, in the service and the stores, without compiling. */
    double micros(int perSecond) {
        double seconds = cpu.entrySet().stream()
                .filter(one -> !one.getKey().equals(LOAD) && !one.getKey().equals(COMPILER))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        return seconds * 1e15 / nanos / perSecond;
    }

    @Override
    public String toString() {
        var parts = new StringBuilder("cores busy:");
        cpu.forEach((name, seconds) -> parts.append(" %s %.2f".formatted(name, seconds / (nanos / 1e9))));
        return parts.toString();
    }
}
