package org.shopscore.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.shopscore.suite.fact.Wire;

/** One suite of packaged services for all end-to-end tests of this JVM; gone without a trace when it ends. */
public final class RunningSuite {

    private static final class Holder {
        private static final RunningSuite ONLY = new RunningSuite();
    }

    private final Path data =
            Path.of("target", "suite-" + ProcessHandle.current().pid());
    private final Suite suite;
    private final Wire wire;

    private RunningSuite() {
        suite = Suite.start(data);
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        wire = new Wire(suite.endpoints());
    }

    public static Suite suite() {
        return Holder.ONLY.suite;
    }

    public static Wire wire() {
        return Holder.ONLY.wire;
    }

    public static Path data() {
        return Holder.ONLY.data;
    }

    private void end() {
        suite.close();
        keepLogs(data);
    }

    /** The stores' files go; what the processes wrote stays for whoever looks into a failed run. */
    public static void keepLogs(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .filter(file -> !file.toString().endsWith(".log"))
                    .forEach(file -> {
                        boolean folderWithLogs =
                                Files.isDirectory(file) && file.toFile().list().length > 0;
                        if (!folderWithLogs) {
                            file.toFile().delete();
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
