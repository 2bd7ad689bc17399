package org.shopscore.logistics.story;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.shopscore.logistics.story.History.OrderTold;
import org.shopscore.logistics.story.History.ParcelTold;

/**
 * What a history contributes, counted anew from the words of measures.md: no line of it calls the product. An instant that is
 * not there is null.
 */
final class ByTheBook {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Set<String> WITHOUT_THE_PARCEL =
            Set.of("PENDING", "INFO_RECEIVED", "EXCEPTION", "LOST", "EXPIRED", "CANCELLED", "UNKNOWN");
    private static final Set<String> NO_SCAN = Set.of("PENDING", "INFO_RECEIVED", "LOST", "EXPIRED", "CANCELLED");

    private record Scan(String status, Instant at) {}

    private final Map<String, List<Scan>> scans = new HashMap<>();
    private final Map<String, Instant> withdrawn = new HashMap<>();
    private final Map<String, Instant> told = new HashMap<>();
    private final TreeMap<String, Long> amounts = new TreeMap<>();
    private final History history;

    private ByTheBook(History history) {
        this.history = history;
    }

    /** Amounts by {@code day measure}, when all that was due before {@code now} is past. */
    static Map<String, Long> amounts(History history, Instant now) {
        var book = new ByTheBook(history);
        history.tellings().forEach(book::hear);
        history.parcels().forEach(book::countGaps);
        history.orders().forEach(order -> book.count(order, now));
        book.amounts.values().removeIf(amount -> amount == 0);
        return book.amounts;
    }

    private void hear(History.Telling telling) {
        switch (telling) {
            case History.Declared _ -> {}
            case History.Scanned scan ->
                scans.computeIfAbsent(scan.parcel(), _ -> new ArrayList<>())
                        .add(new Scan(scan.status().name(), scan.at()));
            case History.Withdrawn(String parcel, Instant at) -> withdrawn.merge(parcel, at, ByTheBook::earlier);
            case History.OrderFact(String order, String fact, Instant at) ->
                told.merge(order + fact, at, ByTheBook::earlier);
        }
    }

    private void countGaps(ParcelTold parcel) {
        Instant delivered = first(parcel, Set.of("DELIVERED"), true);
        var instants = new TreeSet<Instant>();
        for (var scan : of(parcel)) {
            if (!NO_SCAN.contains(scan.status) && (delivered == null || !scan.at.isAfter(delivered))) {
                instants.add(scan.at);
            }
        }
        for (Instant later : instants) {
            Instant earlier = instants.lower(later);
            if (earlier != null) {
                add(later, "tracking.gaps", 1);
                add(
                        later,
                        "tracking.gap-seconds",
                        Duration.between(earlier, later).toSeconds());
            }
        }
    }

    private void count(OrderTold order, Instant now) {
        Instant pickedUp = earlier(told.get(order.id() + "pickup"), lastOfAll(order, this::pickedUp));
        Instant signed = earlier(told.get(order.id() + "signature"), lastOfAll(order, this::delivered));
        Instant cancelled = told.get(order.id() + "cancellation");
        Instant left = earlier(pickedUp, signed);
        if (cancelled != null && left != null && !left.isAfter(cancelled)) {
            cancelled = null;
        }
        Instant refunded = told.get(order.id() + "refund");
        boolean valid = !order.gift()
                && (refunded == null || refunded.isAfter(order.paidAt().plusSeconds(60)));
        if (valid) {
            add(order.paidAt(), "order.paid", 1);
        }
        if (valid && signed != null) {
            add(signed, "order.signed", 1);
            add(
                    signed,
                    "delivery.next-day",
                    day(signed).isAfter(day(order.paidAt()).plusDays(1)) ? 0 : 1);
        }
        if (pickedUp != null) {
            add(pickedUp, "pickup.done", 1);
            add(pickedUp, "pickup.seconds", clock(order.paidAt(), pickedUp));
        }
        countDue(pickedUp, order.pickupDueAt(), cancelled, "pickup", now);
        countDue(signed, order.promisedAt(), cancelled, "delivery", now);
    }

    private void countDue(Instant done, Instant due, Instant cancelled, String what, Instant now) {
        Instant anchor = earlier(done, due);
        boolean decided = done != null || due.isBefore(now) || (cancelled != null && !due.isAfter(cancelled));
        if (decided && (cancelled == null || !cancelled.isBefore(anchor))) {
            add(anchor, what + ".due", 1);
            add(anchor, what + ".on-time", done != null && !done.isAfter(due) ? 1 : 0);
        }
    }

    private interface Done {
        Instant of(ParcelTold parcel);
    }

    /** An order needs each of its parcels, but of a parcel and those sent in its stead any one. */
    private Instant lastOfAll(OrderTold order, Done done) {
        var parcels = history.parcels().stream()
                .filter(parcel -> parcel.orderIds().contains(order.id()))
                .toList();
        var first = new HashMap<String, Instant>();
        var needed = new TreeSet<String>();
        for (var parcel : parcels) {
            String origin = origin(parcel, parcels);
            if (!takenBack(parcel)) {
                needed.add(origin);
            }
            if (done.of(parcel) != null) {
                first.merge(origin, done.of(parcel), ByTheBook::earlier);
            }
        }
        if (needed.isEmpty() || !first.keySet().containsAll(needed)) {
            return null;
        }
        return first.values().stream().max(Instant::compareTo).orElseThrow();
    }

    private static String origin(ParcelTold parcel, List<ParcelTold> ofTheOrder) {
        for (var other : ofTheOrder) {
            if (parcel.replaces().filter(other.id()::equals).isPresent()) {
                return origin(other, ofTheOrder);
            }
        }
        return parcel.id();
    }

    private boolean takenBack(ParcelTold parcel) {
        boolean asked = withdrawn.containsKey(parcel.id()) || first(parcel, Set.of("CANCELLED"), true) != null;
        return asked && pickedUp(parcel) == null;
    }

    private Instant pickedUp(ParcelTold parcel) {
        return first(parcel, WITHOUT_THE_PARCEL, false);
    }

    private Instant delivered(ParcelTold parcel) {
        return first(parcel, Set.of("DELIVERED"), true);
    }

    private Instant first(ParcelTold parcel, Set<String> statuses, boolean among) {
        return of(parcel).stream()
                .filter(scan -> statuses.contains(scan.status) == among)
                .map(Scan::at)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private List<Scan> of(ParcelTold parcel) {
        return scans.getOrDefault(parcel.id(), List.of());
    }

    /** Payments from 18:00 to 05:59:59 start at the next 06:00. */
    private static long clock(Instant paid, Instant pickedUp) {
        var local = paid.atZone(SHANGHAI);
        var start = local;
        if (local.getHour() >= 18) {
            start = local.plusDays(1).with(LocalTime.of(6, 0));
        } else if (local.getHour() < 6) {
            start = local.with(LocalTime.of(6, 0));
        }
        return Math.max(0, Duration.between(start.toInstant(), pickedUp).toSeconds());
    }

    private static Instant earlier(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, SHANGHAI);
    }

    private void add(Instant at, String measure, long amount) {
        amounts.merge(day(at) + " " + measure, amount, Long::sum);
    }
}
