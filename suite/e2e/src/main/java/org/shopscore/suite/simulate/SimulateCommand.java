package org.shopscore.suite.simulate;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.shopscore.suite.command.Progress;
import org.shopscore.suite.command.Report;
import org.shopscore.suite.command.WithSuite;
import org.shopscore.suite.fact.Sender;
import org.shopscore.suite.fact.Tally;
import org.shopscore.suite.fact.Wire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./shopscore simulate}: a market for those who have no data. */
@Command(
        name = "simulate",
        description = "Seeded synthetic shops: first their history, then life at the given speed until Ctrl-C.",
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Option(names = "--shops", defaultValue = "5", description = "How many shops (default: ${DEFAULT-VALUE}).")
    private int shops;

    @Option(names = "--days", defaultValue = "30", description = "Days of history (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--speed",
            defaultValue = "1",
            description = "Life after the start runs this many times as fast (default: ${DEFAULT-VALUE}).")
    private int speed;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "The same seed and start give the same facts (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--start",
            paramLabel = "INSTANT",
            description = "End of the history, start of life (default: now).")
    private Instant start;

    @Option(names = "--history-only", description = "Stop when the history is told.")
    private boolean historyOnly;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return WithSuite.run(spec.commandLine().getErr(), this::simulate);
    }

    private int simulate(Wire wire) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        var clock = Clock.systemUTC();
        var from = start != null ? start : clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var world = new World(seed, shops, new Pace(from, speed));
        out.printf(
                "The same again: --shops %d --days %d --speed %d --seed %d --start %s%n",
                shops, days, speed, seed, from);
        out.flush();
        var history = History.of(world, from, days);
        var told = new Progress(wire).send(history.told());
        new Report(out).facts(told);
        if (!historyOnly) {
            out.println("Life goes on; Ctrl-C ends it.");
            out.flush();
            var life = new Life(world, new Sender(wire, PATIENCE), clock, new Tally()::count);
            life.goOn(history.begun());
            life.run(from);
        }
        return told.byReason().isEmpty() ? 0 : 1;
    }
}
