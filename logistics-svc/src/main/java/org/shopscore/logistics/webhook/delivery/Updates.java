package org.shopscore.logistics.webhook.delivery;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.TrackingUpdate;
import org.shopscore.logistics.waybill.Waybills;

/** What several deliveries tell together: each waybill once, in the order of the waybills, so that two workers do not wait for each other. */
final class Updates {

    private final List<TrackingUpdate> sorted;

    private Updates(List<TrackingUpdate> sorted) {
        this.sorted = sorted;
    }

    static Updates of(List<Delivery> deliveries) {
        var byWaybill = new TreeMap<String, TrackingUpdate>();
        deliveries.stream()
                .flatMap(delivery -> updates(delivery).stream())
                .filter(update -> !update.scans().isEmpty())
                .forEach(update -> byWaybill.merge(key(update), update, Updates::both));
        return new Updates(List.copyOf(byWaybill.values()));
    }

    /** In parts of what can be held at once, one after the other. */
    Uni<Void> inTurn(Function<List<TrackingUpdate>, Uni<Integer>> take) {
        var done = Uni.createFrom().voidItem();
        for (int from = 0; from < sorted.size(); from += Waybills.MOST) {
            var part = sorted.subList(from, Math.min(from + Waybills.MOST, sorted.size()));
            done = done.chain(() -> take.apply(part).replaceWithVoid());
        }
        return done;
    }

    private static List<TrackingUpdate> updates(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Told told -> told.timely().updates();
            case Delivery.Broken _ -> List.of();
        };
    }

    private static String key(TrackingUpdate update) {
        return update.carrier() + "/" + update.waybill() + "/" + update.provider();
    }

    private static TrackingUpdate both(TrackingUpdate one, TrackingUpdate other) {
        var scans = new ArrayList<Scan>(one.scans());
        scans.addAll(other.scans());
        return new TrackingUpdate(one.carrier(), one.waybill(), one.provider(), scans);
    }
}
