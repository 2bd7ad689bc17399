package org.shopscore.logistics.shipment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shopscore.logistics.bulk.Outcome;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.waybill.Waybill;
import org.shopscore.problem.Refusal;
import org.shopscore.problem.Refused;

/** Lines that are taken together, and all that is known of what they name. */
final class ShipmentBatch {

    /** What is to be stored, and what came of each line. */
    record Taken(List<ShipmentChange> declared, List<Outcome> outcomes) {}

    private final Map<ShipmentId, Consignment> known = new HashMap<>();
    private final Collection<OrderId> orders;
    private final Map<Waybill, List<Scan>> scans;
    private final Instant now;

    ShipmentBatch(
            Collection<StoredShipment> known, Collection<OrderId> orders, Map<Waybill, List<Scan>> scans, Instant now) {
        known.forEach(stored -> this.known.put(stored.id(), stored.shipment().consignment()));
        this.orders = orders;
        this.scans = scans;
        this.now = now;
    }

    Taken take(List<ShipmentLine> lines) {
        var declared = new ArrayList<ShipmentChange>();
        var outcomes = new ArrayList<Outcome>();
        for (ShipmentLine line : lines) {
            try {
                var change = take(line);
                change.ifPresent(declared::add);
                outcomes.add(change.isPresent() ? new Outcome.Created() : new Outcome.Same());
            } catch (Refused refused) {
                outcomes.add(new Outcome.Rejected(Refusal.of(refused).orElseThrow()));
            }
        }
        return new Taken(declared, outcomes);
    }

    /** Empty when it is known as it is given. */
    private Optional<ShipmentChange> take(ShipmentLine line) {
        var before = Optional.ofNullable(known.get(line.id()));
        if (before.isPresent()) {
            ShipmentCommands.requireSame(before.get(), line.given());
            return Optional.empty();
        }
        NamedFacts.requireAll(line.id(), line.orders().toList(), orders);
        line.given().replaces().ifPresent(replaced -> {
            var id = new ShipmentId(line.id().shopId(), replaced);
            var consignment = Optional.ofNullable(known.get(id)).orElseThrow(() -> Refusals.unknownShipment(id));
            NamedFacts.requireGoodsOf(consignment, line.given());
        });
        known.put(line.id(), line.given());
        var told = scans.getOrDefault(line.given().waybill(), List.of());
        return Optional.of(ShipmentChange.declared(line.id(), line.given(), told, now));
    }
}
