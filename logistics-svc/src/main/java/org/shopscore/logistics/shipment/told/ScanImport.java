package org.shopscore.logistics.shipment.told;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shopscore.logistics.bulk.ImportKind;
import org.shopscore.logistics.bulk.Outcome;
import org.shopscore.logistics.bulk.Parts;
import org.shopscore.logistics.bulk.line.Columns;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanRows;
import org.shopscore.logistics.scan.Scans;
import org.shopscore.logistics.scan.TrackingUpdate;
import org.shopscore.logistics.waybill.Waybill;
import org.shopscore.logistics.waybill.Waybills;

/** Takes scans in from files, in any order. */
@ApplicationScoped
class ScanImport implements ImportKind<ScanLine> {

    private static final String PROVIDER = "import";

    private final Parts parts;
    private final Scans scans;
    private final Clock clock;

    ScanImport(Parts parts, Scans scans, Clock clock) {
        this.parts = parts;
        this.scans = scans;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "scans";
    }

    @Override
    public Columns columns() {
        return ScanLine.COLUMNS;
    }

    /** Each line may be of another waybill, and all of them are held at once. */
    @Override
    public int batch() {
        return Waybills.MOST;
    }

    @Override
    public ScanLine read(ObjectNode fields) throws IOException {
        var name = parts.read(fields, ScanLine.Name.class);
        var body = parts.read(fields, ScanBody.class);
        parts.require(name, body);
        return new ScanLine(name.of(), body.scan("at", clock.instant()));
    }

    @Override
    public String key(ScanLine line) {
        return line.key();
    }

    @Override
    public Uni<List<Outcome>> take(SqlConnection connection, List<ScanLine> lines) {
        var waybills = lines.stream().map(ScanLine::of).collect(Collectors.toSet());
        return Waybills.hold(connection, waybills)
                .chain(() -> ScanRows.known(connection, waybills))
                .call(() -> scans.take(connection, updates(lines)))
                .map(known -> lines.stream().map(line -> outcome(line, known)).toList());
    }

    private static Outcome outcome(ScanLine line, Map<Waybill, List<Scan>> known) {
        boolean isKnown = known.getOrDefault(line.of(), List.of()).stream()
                .map(scan -> new ScanLine(line.of(), scan).key())
                .anyMatch(line.key()::equals);
        return isKnown ? new Outcome.Same() : new Outcome.Created();
    }

    private static List<TrackingUpdate> updates(List<ScanLine> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(ScanLine::of, Collectors.mapping(ScanLine::scan, Collectors.toList())))
                .entrySet()
                .stream()
                .map(of -> new TrackingUpdate(of.getKey().carrier(), of.getKey().number(), PROVIDER, of.getValue()))
                .toList();
    }
}
