package org.shopscore.suite.replay.scms;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shopscore.suite.fact.CatchUp;
import org.shopscore.suite.fact.Wire;
import org.shopscore.suite.replay.Shift;
import org.shopscore.suite.replay.ShiftFile;

/** Moves the deliveries into the present, imports them and reads them back. */
final class ScmsReplay {

    /**
     * What came of it.
     *
     * @param report   the import's own
     * @param rejected a line of text for each line of the file that was not taken, and why the whole was not
     * @param complete nothing was rejected or is still on its way
     */
    record Result(
            Shift shift,
            int rows,
            int sent,
            Map<String, Integer> byRule,
            JsonNode report,
            List<String> rejected,
            boolean complete) {}

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Wire wire;
    private final Path data;
    private final Clock clock;
    private final PrintWriter out;

    ScmsReplay(Wire wire, Path data, Clock clock, PrintWriter out) {
        this.wire = wire;
        this.data = data;
        this.clock = clock;
        this.out = out;
    }

    Result run(Path table) throws IOException, InterruptedException {
        var deliveries = Deliveries.read(table);
        var shift = shift(deliveries);
        out.printf("All days are moved by %d weeks, so that the last delivery is of the last days.%n", shift.weeks());
        out.flush();
        var orders = new VendorOrders(deliveries, shift.weeks(), Bounds.at(clock.instant()));
        var sendable = orders.sendable();
        var bulk = new BulkImport(wire, "scms-" + ShiftFile.fingerprint(deliveries.rows()));
        var reply = bulk.send(sendable);
        var rejected = new ArrayList<String>();
        if (!reply.isGood()) {
            rejected.add("The import was refused: HTTP " + reply.status() + " "
                    + reply.json().path("detail").asText());
        }
        bulk.rejected().forEach(line -> rejected.add(line.toString()));
        boolean arrived = new CatchUp(wire).within(PATIENCE);
        boolean complete = reply.isGood() && rejected.isEmpty() && arrived;
        return new Result(
                shift, deliveries.rows().size(), sendable.size(), orders.byRule(), reply.json(), rejected, complete);
    }

    /** Whether the evidence lists say of each vendor what the file says. */
    boolean agrees(Path table, Shift shift) throws IOException, InterruptedException {
        var days = Bounds.at(clock.instant());
        var counted = IndependentCount.of(table, shift.weeks(), days.first(), days.last());
        var inside = counted.values().stream()
                .flatMap(orders -> orders.keySet().stream())
                .collect(Collectors.toSet());
        var check = new VendorCheck(outside(table, inside));
        var lists = new EvidenceLists(wire, days);
        for (var vendor : counted.entrySet()) {
            var shop = VendorId.of(vendor.getKey());
            check.compare(shop, lists.outcomes(shop), vendor.getValue());
        }
        out.println();
        out.print(check.table());
        check.differences().forEach(out::println);
        out.flush();
        return check.differences().isEmpty();
    }

    private static Set<String> outside(Path table, Set<String> inside) throws IOException {
        return Deliveries.read(table).rows().stream()
                .map(Deliveries.Row::id)
                .filter(id -> !inside.contains(id))
                .collect(Collectors.toSet());
    }

    private Shift shift(Deliveries deliveries) throws IOException {
        var last = deliveries.rows().stream()
                .map(row -> VendorOrder.of(row).deliveredAt())
                .max(Instant::compareTo)
                .orElse(clock.instant());
        return new ShiftFile(data).shiftFor("scms", deliveries.rows(), last, clock.instant());
    }
}
