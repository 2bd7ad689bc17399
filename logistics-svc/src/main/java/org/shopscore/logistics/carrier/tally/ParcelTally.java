package org.shopscore.logistics.carrier.tally;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shopscore.logistics.carrier.performance.Figure;
import org.shopscore.logistics.carrier.performance.IsoWeek;
import org.shopscore.logistics.carrier.performance.Leg;

/** What a parcel adds to its carrier's weeks: a pure function of what is known of it, so that a correction moves the difference. */
public record ParcelTally(Map<Entry, Long> amounts) {

    public static final ParcelTally NONE = new ParcelTally(Map.of());

    private static final List<Rule> RULES = List.of(
            ParcelTally::pickup,
            ParcelTally::delivery,
            ParcelTally::exception,
            ParcelTally::promise,
            ParcelTally::opinion);

    private interface Rule {
        Stream<ParcelTally> of(CarriedParcel parcel);
    }

    public ParcelTally {
        amounts = Map.copyOf(amounts);
    }

    public static ParcelTally of(CarriedParcel parcel) {
        return RULES.stream().flatMap(rule -> rule.of(parcel)).reduce(NONE, ParcelTally::plus);
    }

    public ParcelTally plus(ParcelTally other) {
        var sum = new HashMap<>(amounts);
        other.amounts.forEach((entry, amount) -> sum.merge(entry, amount, ParcelTally::added));
        return new ParcelTally(sum);
    }

    public ParcelTally minus(ParcelTally other) {
        var negative = new HashMap<Entry, Long>();
        other.amounts.forEach((entry, amount) -> negative.put(entry, -amount));
        return plus(new ParcelTally(negative));
    }

    private static Long added(long one, long other) {
        long sum = one + other;
        return sum == 0 ? null : sum;
    }

    private static Stream<ParcelTally> pickup(CarriedParcel parcel) {
        return parcel.journey().pickedUpAt().stream()
                .flatMap(at -> Stream.concat(
                        Stream.of(one(at, Figure.PICKED_UP)),
                        parcel.pickupExcluded() ? Stream.empty() : minutes(parcel, at, Leg.PICKUP)));
    }

    private static Stream<ParcelTally> delivery(CarriedParcel parcel) {
        return parcel.journey().signedAt().stream()
                .flatMap(at -> Stream.concat(
                        Stream.of(one(at, Figure.DELIVERED)),
                        parcel.deliveryExcluded() ? Stream.empty() : toSignature(parcel, at)));
    }

    private static Stream<ParcelTally> toSignature(CarriedParcel parcel, Instant at) {
        return Arrays.stream(Leg.values()).filter(leg -> leg != Leg.PICKUP).flatMap(leg -> minutes(parcel, at, leg));
    }

    private static Stream<ParcelTally> exception(CarriedParcel parcel) {
        return parcel.journey().pickedUpAt().stream()
                .filter(_ -> parcel.exceptional())
                .map(at -> one(at, Figure.EXCEPTIONAL));
    }

    private static Stream<ParcelTally> promise(CarriedParcel parcel) {
        return parcel.promise().stream()
                .flatMap(promise -> promise.decidedAt(parcel.journey()).stream()
                        .flatMap(at -> parcel.deliveryExcluded()
                                ? Stream.of(one(at, Figure.EXCLUDED))
                                : due(at, promise.isKept(parcel.journey()))));
    }

    private static Stream<ParcelTally> due(Instant at, boolean kept) {
        return kept ? Stream.of(one(at, Figure.DUE), one(at, Figure.ON_TIME)) : Stream.of(one(at, Figure.DUE));
    }

    private static Stream<ParcelTally> opinion(CarriedParcel parcel) {
        return parcel.opinion().stream().flatMap(opinion -> {
            Instant at = parcel.journey().signedAt().orElse(opinion.givenAt());
            var told = Stream.of(
                    one(at, Figure.OPINIONS),
                    count(at, Figure.ATTITUDE_POINTS, opinion.attitude()),
                    count(at, Figure.SPEED_POINTS, opinion.speed()));
            return opinion.damaged() ? Stream.concat(told, Stream.of(one(at, Figure.DAMAGED))) : told;
        });
    }

    private static Stream<ParcelTally> minutes(CarriedParcel parcel, Instant at, Leg leg) {
        Optional<Long> minutes = parcel.journey().minutes(leg);
        return minutes.stream().map(took -> new ParcelTally(Map.of(new Entry.Timed(IsoWeek.of(at), leg, took), 1L)));
    }

    private static ParcelTally one(Instant at, Figure figure) {
        return count(at, figure, 1);
    }

    private static ParcelTally count(Instant at, Figure figure, long amount) {
        return new ParcelTally(Map.of(new Entry.Counted(IsoWeek.of(at), figure), amount));
    }
}
