package org.shopscore.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.shopscore.platform.LocalProcess;

/** What processes hold of the machine's memory. */
final class Memory {

    private static final String PROPORTIONAL = "Pss:";
    private static final long KIBIBYTES = 1_024;

    private Memory() {}

    /** Of the process and its children; a page that several of them share counts once. */
    static long residentMebibytes(LocalProcess process) {
        return ProcessHandle.of(process.pid()).stream()
                        .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                        .mapToLong(one -> kibibytes(one.pid()))
                        .sum()
                / KIBIBYTES;
    }

    private static long kibibytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith(PROPORTIONAL))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }
}
