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

    /** What is to be stored, first what is declared and then what is withdrawn, and what came of each line. */
    record Taken(List<ShipmentChange> declared, List<ShipmentChange> withdrawn, List<Outcome> outcomes) {}

    private final Map<ShipmentId, StoredShipment> known = new HashMap<>();
    private final Collection<OrderId> orders;
    private final Map<Waybill, List<Scan>> scans;
    private final Instant now;

    ShipmentBatch(
            Collection<StoredShipment> known, Collection<OrderId> orders, Map<Waybill, List<Scan>> scans, Instant now) {
        known.forEach(stored -> this.known.put(stored.id(), stored));
        this.orders = orders;
        this.scans = scans;
        this.now = now;
    }

    Taken take(List<ShipmentLine> lines) {
        var taken = new Taken(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (ShipmentLine line : lines) {
            try {
                taken.outcomes.add(take(line, taken));
            } catch (Refused refused) {
                taken.outcomes.add(new Outcome.Rejected(Refusal.of(refused).orElseThrow()));
            }
        }
        return taken;
    }

    private Outcome take(ShipmentLine line, Taken taken) {
        var before = Optional.ofNullable(known.get(line.id()));
        before.ifPresent(
                stored -> ShipmentCommands.requireSame(stored.shipment().consignment(), line.given()));
        var declared = before.isPresent() ? Optional.<ShipmentChange>empty() : Optional.of(declared(line));
        var stored = before.or(() -> declared.map(ShipmentChange::after)).orElseThrow();
        var withdrawn = line.cancelledAt().flatMap(at -> withdrawn(stored, at));
        declared.ifPresent(taken.declared::add);
        withdrawn.ifPresent(taken.withdrawn::add);
        known.put(line.id(), withdrawn.map(ShipmentChange::after).orElse(stored));
        if (declared.isPresent()) {
            return new Outcome.Created();
        }
        return withdrawn.isPresent() ? new Outcome.Changed() : new Outcome.Same();
    }

    private ShipmentChange declared(ShipmentLine line) {
        NamedFacts.requireAll(line.id(), line.orders().toList(), orders);
        line.given().replaces().ifPresent(replaced -> {
            var id = new ShipmentId(line.id().shopId(), replaced);
            var stored = Optional.ofNullable(known.get(id)).orElseThrow(() -> Refusals.unknownShipment(id));
            NamedFacts.requireGoodsOf(stored.shipment().consignment(), line.given());
        });
        return ShipmentChange.declared(
                line.id(), line.given(), scans(line.given().waybill()), now);
    }

    /** Empty when that was told already, whatever scans have shown since. */
    private Optional<ShipmentChange> withdrawn(StoredShipment stored, Instant at) {
        if (stored.withdrawnAt().filter(at::equals).isPresent()) {
            return Optional.empty();
        }
        ShipmentCommands.requireWithShop(stored);
        var change = ShipmentChange.withdrawn(
                stored, at, scans(stored.shipment().consignment().waybill()));
        return change.isNothing() ? Optional.empty() : Optional.of(change);
    }

    private List<Scan> scans(Waybill waybill) {
        return scans.getOrDefault(waybill, List.of());
    }
}
