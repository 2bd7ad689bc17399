package org.shopscore.suite.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.shopscore.suite.command.WithSuite;
import org.shopscore.suite.fact.Wire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./shopscore bench latency}. */
@Command(
        name = "latency",
        description = "From a command's acknowledgement until the score that holds it is visible.",
        mixinStandardHelpOptions = true)
final class LatencyCommand implements Callable<Integer> {

    @Option(names = "--rate", defaultValue = "200", description = "Commands a second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--seconds", defaultValue = "30", description = "How long to measure (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "15", description = "Seconds before that (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return WithSuite.run(spec.commandLine().getErr(), this::measure);
    }

    private int measure(Wire wire) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        new Latency(wire, rate).run(Duration.ofSeconds(warmUp));
        var seen = new Latency(wire, rate).run(Duration.ofSeconds(seconds));
        out.printf(
                "%d commands in %d s; of each tenth the score was watched: %d seen, %d not within %d s%n",
                seen.commands(), seconds, seen.visible().getTotalCount(), seen.missed(), Latency.PATIENCE.toSeconds());
        out.printf("command answered within: %s%n", Quantiles.text(seen.answered()));
        out.printf("acknowledged until score visible: %s%n", Quantiles.text(seen.visible()));
        out.flush();
        return seen.missed() == 0 ? 0 : 1;
    }
}
