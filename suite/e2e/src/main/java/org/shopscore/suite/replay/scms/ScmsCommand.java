package org.shopscore.suite.replay.scms;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.shopscore.suite.command.Report;
import org.shopscore.suite.command.WithSuite;
import org.shopscore.suite.fact.Wire;
import org.shopscore.suite.replay.DataFolder;
import org.shopscore.suite.replay.Sample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./shopscore replay scms}. */
@Command(
        name = "scms",
        description = "Replay the SCMS delivery history through the bulk import, each vendor a shop of its own.",
        mixinStandardHelpOptions = true)
public final class ScmsCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "deliveries.csv or deliveries.csv.gz; without it a small invented file that comes with the suite.")
    private Path file;

    @Option(
            names = "--check-reference",
            description =
                    "Compare the evidence lists with a count made straight from the file; exit code 1 if they differ.")
    private boolean checkReference;

    @Mixin
    private DataFolder data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return WithSuite.run(spec.commandLine().getErr(), this::replay);
    }

    private int replay(Wire wire) throws IOException, InterruptedException {
        try (var set = file == null ? Sample.scms() : Sample.at(file)) {
            return replay(wire, set.path());
        }
    }

    private int replay(Wire wire, Path table) throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        var replay = new ScmsReplay(wire, data.path(), Clock.systemUTC(), out);
        var result = replay.run(table);
        var report = new Report(out);
        report.numbers("rows", Map.of("read", result.rows(), "sent", result.sent()));
        report.numbers("rows by rule", result.byRule());
        report.numbers("lines of the import", counts(result));
        result.rejected().forEach(line -> out.println("  " + line));
        out.flush();
        boolean agrees = !checkReference || replay.agrees(table, result.shift());
        return result.complete() && agrees ? 0 : 1;
    }

    private static Map<String, Long> counts(ScmsReplay.Result result) {
        var counts = new LinkedHashMap<String, Long>();
        for (String count : java.util.List.of("lines", "created", "changed", "same", "rejected")) {
            counts.put(count, result.report().path(count).asLong());
        }
        return counts;
    }
}
