package org.shopscore.suite.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.shopscore.suite.command.WithSuite;
import org.shopscore.suite.fact.CatchUp;
import org.shopscore.suite.fact.Wire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./shopscore bench bulk}. */
@Command(
        name = "bulk",
        description =
                "Files of orders, shipments and scans in and out of logistics-svc, then the lists behind a big shop.",
        mixinStandardHelpOptions = true)
final class BulkCommand implements Callable<Integer> {

    private static final Duration CARRIED_AWAY_WITHIN = Duration.ofMinutes(10);

    @Option(
            names = "--lines",
            defaultValue = "200000",
            description = "Lines of orders; as many of scans (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Option(
            names = "--rounds",
            defaultValue = "10",
            description = "How often each list is begun and nine pages further read (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return WithSuite.run(spec.commandLine().getErr(), this::measure);
    }

    private int measure(Wire wire) throws IOException, InterruptedException {
        var begun = Instant.now();
        var parcels = new Parcels();
        var files = new BulkFiles(wire);
        int orders = lines / 2;
        print(
                "import of orders with pickup and signature",
                files.in("orders", Parcels.ORDERS, Parcels.lines(orders, parcels::signedOrder)));
        print(
                "import of orders alone",
                files.in("orders", Parcels.ORDERS, Parcels.lines(orders, parcels::movingOrder)));
        int shipments = lines * 2 / (2 * Parcels.SCANS_EACH - 1);
        print(
                "import of shipments",
                files.in(
                        "shipments", Parcels.SHIPMENTS, Parcels.lines(Math.min(shipments, orders), parcels::shipment)));
        print(
                "import of scans",
                files.in(
                        "scans",
                        Parcels.SCANS,
                        LongStream.range(0, Math.min(shipments, orders)).boxed().flatMap(parcels::scans)));
        carriedAway(wire);
        print("export of a shop's orders", files.out("orders", "shopId=" + parcels.signedShop()));
        print("export of shipments", files.out("shipments", "from=" + begun));
        print("export of all scans", files.out("scans", ""));
        new EvidencePages(wire, parcels.signedShop()).read(1);
        var seen = new EvidencePages(wire, parcels.signedShop()).read(rounds);
        out().printf(
                        "evidence of a shop with %,d orders, page that begins a list: %s%n",
                        orders, Quantiles.text(seen.first()));
        out().printf(
                        "evidence of a shop with %,d orders, page that follows: %s%n",
                        orders, Quantiles.text(seen.following()));
        out().flush();
        return 0;
    }

    /** Until the aggregator has all of it: how long the announcing of an import goes on behind it. */
    private void carriedAway(Wire wire) throws InterruptedException {
        long start = System.nanoTime();
        boolean isQuiet = new CatchUp(wire).within(CARRIED_AWAY_WITHIN);
        out().printf(
                        "%s after %.1f s%n",
                        isQuiet ? "all of it counted" : "NOT all of it counted", (System.nanoTime() - start) / 1e9);
        out().flush();
    }

    private void print(String what, BulkFiles.Took took) {
        out().printf(
                        "%s: %,d lines in %.1f s, %,d lines/s%n",
                        what, took.lines(), took.time().toMillis() / 1e3, took.linesPerSecond());
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
