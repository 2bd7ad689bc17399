package org.shopscore.aggregator.ingest.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** CPU time, user and system, of processes, as the kernel counts it. */
final class CpuTime {

    private static final int TICKS_A_SECOND = 100;
    private static final int USER = 11;
    private static final int CHILDREN_USER = 13;

    /** In seconds, of the process and all its children, those that have ended among them. */
    static double of(long pid) {
        Stat root = stat(Path.of("/proc", String.valueOf(pid), "stat"));
        long children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(child -> stat(Path.of("/proc", String.valueOf(child.pid()), "stat")).own)
                .sum();
        return (double) (root.own + root.ended + children) / TICKS_A_SECOND;
    }

    /** In seconds, of the threads with which a JVM compiles. */
    static double compiling(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
            return (double) threads.map(thread -> stat(thread.resolve("stat")))
                            .filter(thread -> thread.name.startsWith("C1 Comp") || thread.name.startsWith("C2 Comp"))
                            .mapToLong(thread -> thread.own)
                            .sum()
                    / TICKS_A_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Stat(String name, long own, long ended) {}

    private static Stat stat(Path file) {
        try {
            String stat = Files.readString(file);
            int end = stat.lastIndexOf(')');
            String[] after = stat.substring(end + 2).split(" ", -1);
            return new Stat(stat.substring(stat.indexOf('(') + 1, end), both(after, USER), both(after, CHILDREN_USER));
        } catch (NoSuchFileException gone) {
            return new Stat("", 0, 0);
        } catch (IOException gone) {
            return new Stat("", 0, 0);
        }
    }

    private static long both(String[] fields, int user) {
        return Long.parseLong(fields[user]) + Long.parseLong(fields[user + 1]);
    }

    private CpuTime() {}
}
