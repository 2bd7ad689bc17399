package org.shopscore.logistics.shipment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shopscore.logistics.bulk.ImportKind;
import org.shopscore.logistics.bulk.Outcome;
import org.shopscore.logistics.bulk.Parts;
import org.shopscore.logistics.bulk.line.Columns;
import org.shopscore.logistics.order.Orders;
import org.shopscore.logistics.scan.ScanRows;
import org.shopscore.logistics.waybill.Waybills;
import org.shopscore.metric.Announcement;
import org.shopscore.outbox.Outbox;

/** Takes shipments in from files, one after the other: a line may replace a shipment of a line before it. */
@ApplicationScoped
class ShipmentImport implements ImportKind<ShipmentLine> {

    private final Parts parts;
    private final Orders orders;
    private final Shipments shipments;
    private final Outbox outbox;
    private final Clock clock;

    ShipmentImport(Parts parts, Orders orders, Shipments shipments, Outbox outbox, Clock clock) {
        this.parts = parts;
        this.orders = orders;
        this.shipments = shipments;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "shipments";
    }

    @Override
    public Columns columns() {
        return ShipmentLine.COLUMNS;
    }

    /** Each line may be of another waybill, and all of them are held at once. */
    @Override
    public int batch() {
        return Waybills.MOST;
    }

    @Override
    public ShipmentLine read(ObjectNode fields) throws IOException {
        var name = parts.read(fields, ShipmentLine.Name.class);
        var request = parts.read(fields, ShipmentRequest.class);
        var facts = parts.read(fields, ShipmentLine.Facts.class);
        parts.require(name, request, facts);
        var now = clock.instant();
        return new ShipmentLine(name.id(), request.consignment(now), facts.past(now));
    }

    @Override
    public String key(ShipmentLine line) {
        return line.id().key();
    }

    @Override
    public Uni<List<Outcome>> take(SqlConnection connection, List<ShipmentLine> lines) {
        var waybills = lines.stream().map(line -> line.given().waybill()).collect(Collectors.toSet());
        return Waybills.hold(connection, waybills)
                .chain(() -> shipments.locked(
                        connection,
                        lines.stream().flatMap(ShipmentLine::shipments).toList()))
                .chain(known -> orders.lock(
                                connection,
                                lines.stream()
                                        .flatMap(ShipmentLine::orders)
                                        .distinct()
                                        .toList())
                        .chain(named -> ScanRows.known(connection, waybills)
                                .map(scans -> new ShipmentBatch(known, named.keySet(), scans, clock.instant()))))
                .map(batch -> batch.take(lines))
                .call(taken -> save(connection, taken).chain(announcements -> outbox.append(connection, announcements)))
                .map(ShipmentBatch.Taken::outcomes);
    }

    private Uni<List<Announcement>> save(SqlConnection connection, ShipmentBatch.Taken taken) {
        return shipments
                .insertAll(connection, taken.declared())
                .chain(declared -> shipments
                        .saveAll(connection, taken.withdrawn())
                        .map(withdrawn -> Stream.concat(declared.stream(), withdrawn.stream())
                                .toList()));
    }
}
