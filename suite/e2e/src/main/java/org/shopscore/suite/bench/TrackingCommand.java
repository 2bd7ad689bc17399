package org.shopscore.suite.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.shopscore.suite.command.WithSuite;
import org.shopscore.suite.fact.CatchUp;
import org.shopscore.suite.fact.Wire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./shopscore bench tracking}. */
@Command(
        name = "tracking",
        description =
                "Where an order is and when it comes, asked at an even rate over many orders with parcels and scans.",
        mixinStandardHelpOptions = true)
final class TrackingCommand implements Callable<Integer> {

    private static final Duration QUIET_WITHIN = Duration.ofMinutes(10);

    @Option(names = "--rate", defaultValue = "500", description = "Questions a second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--seconds", defaultValue = "20", description = "How long (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "20", description = "Seconds before that (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--orders",
            defaultValue = "50000",
            description = "Orders, of one parcel and four or five scans each (default: ${DEFAULT-VALUE}).")
    private int orders;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return WithSuite.run(spec.commandLine().getErr(), this::measure);
    }

    private int measure(Wire wire) throws IOException, InterruptedException {
        var parcels = new Parcels();
        var files = new BulkFiles(wire);
        files.in("orders", Parcels.ORDERS, Parcels.lines(orders, parcels::movingOrder));
        files.in("shipments", Parcels.SHIPMENTS, Parcels.lines(orders, parcels::shipment));
        files.in("scans", Parcels.SCANS, LongStream.range(0, orders).boxed().flatMap(parcels::scans));
        new CatchUp(wire).within(QUIET_WITHIN);
        new Lookups(wire, parcels, orders).run(rate, warmUp, 1);
        var seen = new Lookups(wire, parcels, orders).run(rate, seconds, 2);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%d/s for %d s over %,d orders: %d answered, %d without a parcel or failed; from the planned instant: %s%n",
                rate, seconds, orders, seen.answered().getTotalCount(), seen.failed(), Quantiles.text(seen.answered()));
        out.flush();
        return seen.failed() == 0 ? 0 : 1;
    }
}
