package org.shopscore.logistics.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.shopscore.logistics.scan.ScanStatus;

/** What is told of a few orders of a shop and of their parcels: made up from a seed, with few distinct instants. */
record History(List<OrderTold> orders, List<ParcelTold> parcels, List<Telling> tellings) {

    static final List<String> FACTS = List.of("pickup", "signature", "refund", "cancellation");
    private static final List<ScanStatus> ANY = List.of(ScanStatus.values());
    private static final List<ScanStatus> USUAL =
            List.of(ScanStatus.PICKED_UP, ScanStatus.IN_TRANSIT, ScanStatus.OUT_FOR_DELIVERY, ScanStatus.DELIVERED);

    record OrderTold(String id, Instant paidAt, Instant pickupDueAt, Instant promisedAt, boolean gift) {}

    record ParcelTold(String id, List<String> orderIds, Optional<String> replaces) {}

    sealed interface Telling {}

    record Declared(ParcelTold parcel) implements Telling {}

    /** @param providerWords tells two providers' tellings of one scan apart */
    record Scanned(String parcel, Instant at, ScanStatus status, String providerWords) implements Telling {}

    record Withdrawn(String parcel, Instant at) implements Telling {}

    /** @param fact one of {@link #FACTS} */
    record OrderFact(String order, String fact, Instant at) implements Telling {}

    static History random(long seed, Instant now) {
        var random = new Random(seed);
        Instant paidAt = now.minusSeconds(5 * 86_400);
        var orders = new ArrayList<OrderTold>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            orders.add(new OrderTold(
                    "o-" + i, paidAt, at(paidAt, random, 10), at(paidAt, random, 30), random.nextInt(4) == 0));
        }
        var parcels = new ArrayList<ParcelTold>();
        for (int i = random.nextInt(5); i > 0; i--) {
            parcels.add(parcel("p-" + parcels.size(), orders, parcels, random));
        }
        return new History(orders, parcels, tellings(orders, parcels, paidAt, random));
    }

    private static ParcelTold parcel(String id, List<OrderTold> orders, List<ParcelTold> before, Random random) {
        boolean replaces = !before.isEmpty() && random.nextInt(2) == 0;
        var replaced = replaces ? Optional.of(before.get(random.nextInt(before.size()))) : Optional.<ParcelTold>empty();
        var candidates = replaced.map(ParcelTold::orderIds)
                .orElseGet(() -> orders.stream().map(OrderTold::id).toList());
        var chosen = new TreeSet<String>();
        chosen.add(candidates.get(random.nextInt(candidates.size())));
        candidates.stream().filter(_ -> random.nextInt(3) == 0).forEach(chosen::add);
        return new ParcelTold(id, List.copyOf(chosen), replaced.map(ParcelTold::id));
    }

    /** A refused command is no fact: no order is cancelled where a parcel that counts as handed over may come to be needed again. */
    private static List<Telling> tellings(
            List<OrderTold> orders, List<ParcelTold> parcels, Instant paidAt, Random random) {
        var tellings = new ArrayList<Telling>();
        boolean withdrawals = random.nextBoolean();
        for (var parcel : parcels) {
            tellings.add(new Declared(parcel));
            for (int i = random.nextInt(5); i > 0; i--) {
                var statuses = random.nextInt(3) == 0 ? ANY : USUAL;
                var status = statuses.get(random.nextInt(statuses.size()));
                tellings.add(new Scanned(parcel.id(), at(paidAt, random, 20), status, "词" + random.nextInt(2)));
            }
            if (withdrawals && random.nextInt(3) == 0) {
                tellings.add(new Withdrawn(parcel.id(), at(paidAt, random, 20)));
            }
        }
        for (var order : orders) {
            for (int i = random.nextInt(4) - 1; i > 0; i--) {
                String fact = FACTS.get(random.nextInt(withdrawals ? 3 : 4));
                tellings.add(new OrderFact(order.id(), fact, at(paidAt, random, 20)));
            }
        }
        return tellings;
    }

    /** Multiples of six hours. */
    private static Instant at(Instant paidAt, Random random, int most) {
        return paidAt.plusSeconds(random.nextInt(most) * 21_600L);
    }

    /** The same facts in another order, some of them told again; what is replaced is declared first, and a cancellation last. */
    List<Telling> shuffled(long seed) {
        var random = new Random(seed);
        var all = new ArrayList<>(tellings);
        all.addAll(tellings.stream().filter(_ -> random.nextInt(3) == 0).toList());
        Collections.shuffle(all, random);
        var ordered = new ArrayList<Telling>();
        var declared = new HashSet<String>();
        all.forEach(telling -> add(telling, ordered, declared));
        ordered.sort((one, other) -> Boolean.compare(isCancellation(one), isCancellation(other)));
        return ordered;
    }

    private static boolean isCancellation(Telling telling) {
        return telling instanceof OrderFact told && told.fact().equals("cancellation");
    }

    private void add(Telling telling, List<Telling> ordered, Set<String> declared) {
        switch (telling) {
            case Declared(ParcelTold parcel) -> declare(parcel, ordered, declared);
            case Withdrawn withdrawn -> {
                declare(parcel(withdrawn.parcel()), ordered, declared);
                ordered.add(withdrawn);
            }
            case Scanned _, OrderFact _ -> ordered.add(telling);
        }
    }

    private void declare(ParcelTold parcel, List<Telling> ordered, Set<String> declared) {
        if (declared.add(parcel.id())) {
            parcel.replaces().ifPresent(id -> declare(parcel(id), ordered, declared));
        }
        ordered.add(new Declared(parcel));
    }

    private ParcelTold parcel(String id) {
        return parcels.stream()
                .filter(parcel -> parcel.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
