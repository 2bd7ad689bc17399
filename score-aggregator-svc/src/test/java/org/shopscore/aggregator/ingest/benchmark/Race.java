package org.shopscore.aggregator.ingest.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.shopscore.platform.LocalProcess;
import org.shopscore.platform.Platform;

/**
 * One contestant on a full log, from its start until all of it is seen in the scores. What counts is the last minute, or what is left
 * of the run after its first third, when it is shorter: the records applied in it, and the telling of all that was not told before.
 */
final class Race {

    private static final long STEP = 500_000_000;
    private static final double WINDOW_SECONDS = Integer.getInteger("window", 60);
    private static final double WARM_UP = 1.0 / 3;
    private static final double MOST_SECONDS = 1_800;

    /** @param cpu seconds by process, so far */
    private record Sample(double at, long applied, long visible, Map<String, Double> cpu) {}

    private final Contestant contestant;
    private final Platform platform;
    private final long records;
    private final long begun = System.nanoTime();
    private final List<Sample> samples = new ArrayList<>();

    Race(Contestant contestant, Platform platform, long records) {
        this.contestant = contestant;
        this.platform = platform;
        this.records = records;
    }

    Outcome run() {
        do {
            LockSupport.parkNanos(STEP);
            samples.add(sample());
            if (seconds() > MOST_SECONDS) {
                throw new IllegalStateException(contestant.name() + " is still at " + samples.getLast());
            }
        } while (samples.getLast().visible < records);
        return outcome();
    }

    private Sample sample() {
        var cpu = new LinkedHashMap<String, Double>();
        double compiling = CpuTime.compiling(contestant.pid());
        cpu.put(Outcome.PROGRAM, CpuTime.of(contestant.pid()) - compiling);
        for (LocalProcess store : platform.stores()) {
            cpu.put(store.name(), CpuTime.of(store.pid()));
        }
        cpu.put(Outcome.COMPILING, compiling);
        return new Sample(seconds(), contestant.applied(), contestant.visible(), cpu);
    }

    private double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    private Outcome outcome() {
        Sample last = samples.getLast();
        Sample first = samples.stream()
                .filter(sample -> sample.applied >= records * WARM_UP && sample.at >= last.at - WINDOW_SECONDS)
                .findFirst()
                .orElseThrow();
        double allApplied = samples.stream()
                .filter(sample -> sample.applied >= records)
                .findFirst()
                .orElse(last)
                .at;
        long seen = last.visible - first.applied;
        var micros = new LinkedHashMap<String, Double>();
        last.cpu.forEach((process, cpu) -> micros.put(process, (cpu - first.cpu.get(process)) * 1e6 / seen));
        return new Outcome(
                seen / (last.at - first.at),
                last.at - first.at,
                micros,
                first.applied / first.at,
                first.at,
                first.cpu.get(Outcome.COMPILING),
                last.at - allApplied);
    }
}
