package org.shopscore.suite.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.shopscore.platform.Ports;
import org.shopscore.suite.command.WithSuite;
import org.shopscore.suite.fact.Wire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./shopscore bench webhooks}. */
@Command(
        name = "webhooks",
        description =
                "Carriers' pushes: until they are kept, and until the measures show them; counted again at the end.",
        mixinStandardHelpOptions = true)
final class WebhooksCommand implements Callable<Integer> {

    private static final Duration UNTIL_READ = Duration.ofMinutes(2);

    @Option(
            names = "--rate",
            defaultValue = "1000",
            description = "Pushes a second to be kept (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--seconds", defaultValue = "20", description = "How long (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "60", description = "Seconds before that (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--measured-rate",
            defaultValue = "200",
            description = "Pushes a second to be followed to the measures (default: ${DEFAULT-VALUE}).")
    private int measuredRate;

    @Option(names = "--measured-seconds", defaultValue = "20", description = "How long (default: ${DEFAULT-VALUE}).")
    private int measuredSeconds;

    @Option(
            names = "--measured-warm-up",
            defaultValue = "5",
            description = "Seconds before that at the same rate (default: ${DEFAULT-VALUE}).")
    private int measuredWarmUp;

    @Spec
    private CommandSpec spec;

    private final String run = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final String endpointId = "bench-" + run;
    private final StoredWebhooks stored =
            new StoredWebhooks(Ports.of(System.getenv()).postgres());

    @Override
    public Integer call() throws InterruptedException {
        return WithSuite.run(spec.commandLine().getErr(), this::measure);
    }

    private int measure(Wire wire) throws IOException, InterruptedException {
        var provider = Kuaidi100.at(wire, endpointId);
        var warm = new Intake(provider, "W" + run).run(rate, warmUp);
        boolean isRead = stored.awaitRead(endpointId, UNTIL_READ);
        var intake = new Intake(provider, "I" + run).run(rate, seconds);
        isRead &= stored.awaitRead(endpointId, UNTIL_READ);
        print(intake);

        long unwatched = (long) measuredRate * measuredWarmUp;
        var toMeasure =
                new ToMeasure(wire, provider, run, unwatched + (long) measuredRate * measuredSeconds, unwatched);
        toMeasure.declare();
        var measured = toMeasure.run(measuredRate);
        isRead &= stored.awaitRead(endpointId, UNTIL_READ);
        long counted = counted(toMeasure, measured.kept());
        print(measured);

        long kept = warm.kept() + intake.kept() + measured.kept();
        out().printf(
                        "answered as kept %d, read %d, parcels signed in the table %d; of %d followed the aggregator counts %d%n",
                        kept, stored.done(endpointId), signed(), measured.kept(), counted);
        out().flush();
        boolean isEqual = isRead && kept == stored.done(endpointId) && kept == signed() && measured.kept() == counted;
        return isEqual && measured.missed() == 0 ? 0 : 1;
    }

    private long signed() throws IOException {
        return stored.signed("W" + run) + stored.signed("I" + run) + stored.signed("M" + run);
    }

    /** The last events may still be on their way. */
    private static long counted(ToMeasure toMeasure, long expected) throws IOException, InterruptedException {
        long counted = toMeasure.counted();
        for (int again = 0; again < 5 && counted < expected; again++) {
            counted = toMeasure.counted();
        }
        return counted;
    }

    private void print(Intake.Seen seen) {
        out().printf(
                        "intake at %d/s for %d s: %d kept, %d refused, answered within: %s%n",
                        rate, seconds, seen.kept(), seen.refused(), Quantiles.text(seen.answered()));
        out().flush();
    }

    private void print(ToMeasure.Seen seen) {
        out().printf(
                        "webhook to measure at %d/s for %d s, each tenth watched: %d seen, %d not within %d s: %s%n",
                        measuredRate,
                        measuredSeconds,
                        seen.visible().getTotalCount(),
                        seen.missed(),
                        ToMeasure.PATIENCE.toSeconds(),
                        Quantiles.text(seen.visible()));
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
