package org.shopscore.aggregator.ingest.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.shopscore.platform.Jvm;
import org.shopscore.platform.Recipe;

/**
 * A JVM as the suite starts the service's, with the heap that the benchmark gives to all. Its compiler threads stay for the whole run, so that
 * what they cost can be told apart; this changes nothing else.
 *
 * @param program what follows the JVM's own arguments
 */
record JvmProcess(String name, Path home, List<String> program, Map<String, String> environment, LongPredicate isReady)
        implements Recipe {

    private static final int HEAP_MEGABYTES = Integer.getInteger("heap", 2_048);

    /** Arguments for a profiler, or another collector. */
    private static final String MORE = System.getProperty("jvm.arguments", "");

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(home.resolve("tmp"));
    }

    @Override
    public List<String> command() {
        var command = new ArrayList<>(List.of(Jvm.java()));
        command.addAll(Jvm.small(HEAP_MEGABYTES, home.resolve("tmp")));
        command.add(Jvm.HUGE_PAGES);
        command.add("-XX:-UseDynamicNumberOfCompilerThreads");
        Stream.of(MORE.split(" ", -1)).filter(argument -> !argument.isBlank()).forEach(command::add);
        command.addAll(program);
        return command;
    }

    @Override
    public boolean ready(long pid) {
        return isReady.test(pid);
    }
}
