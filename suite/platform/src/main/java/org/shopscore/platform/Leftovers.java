package org.shopscore.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Processes of an earlier run that was killed before it could end them. They are known by what they are and by the folder
 * they work in, so that nothing else is ever ended.
 */
public final class Leftovers {

    private static final Set<String> OURS = Set.of("postgres", "initdb", "redis-server", "java");
    private static final Duration GRACE = Duration.ofSeconds(5);

    private Leftovers() {}

    /** Ends everything of ours that works in the folder or below it. */
    public static void end(Path folder) {
        List<ProcessHandle> found = in(folder);
        if (found.isEmpty()) {
            return;
        }
        Signal.CONT.to(found);
        Signal.INT.to(found);
        if (!Await.within(GRACE, () -> in(folder).isEmpty())) {
            Signal.KILL.to(in(folder));
            Await.within(GRACE, () -> in(folder).isEmpty());
        }
    }

    public static List<ProcessHandle> in(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> worksIn(process, folder) && isOurs(process))
                .toList();
    }

    static boolean worksIn(ProcessHandle process, Path folder) {
        try {
            return Files.readSymbolicLink(proc(process, "cwd")).startsWith(folder.toRealPath());
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean isOurs(ProcessHandle process) {
        try {
            return OURS.contains(Files.readString(proc(process, "comm")).trim());
        } catch (IOException gone) {
            return false;
        }
    }

    private static Path proc(ProcessHandle process, String file) {
        return Path.of("/proc", String.valueOf(process.pid()), file);
    }
}
