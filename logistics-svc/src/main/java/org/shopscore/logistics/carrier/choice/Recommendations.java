package org.shopscore.logistics.carrier.choice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shopscore.logistics.carrier.Carrier;
import org.shopscore.logistics.carrier.Carriers;
import org.shopscore.logistics.carrier.contract.Contract;
import org.shopscore.logistics.carrier.contract.Contracts;
import org.shopscore.logistics.carrier.performance.Figure;
import org.shopscore.logistics.carrier.performance.IsoWeek;
import org.shopscore.logistics.carrier.performance.Leg;
import org.shopscore.logistics.carrier.performance.PerformanceRegions;
import org.shopscore.logistics.carrier.report.CarrierWeeks;
import org.shopscore.logistics.carrier.report.WeekFigures;
import org.shopscore.logistics.lane.Lane;
import org.shopscore.logistics.lane.LaneMemory;
import org.shopscore.logistics.lane.LaneStandard;
import org.shopscore.metric.BusinessDay;

/** Ranks the registered carriers for a lane by what they have shown on it. */
@ApplicationScoped
class Recommendations {

    /** A ranking, and the figures that it was made from. */
    record Recommended(Ranking ranking, SortedMap<String, WeekFigures> figures) {}

    private final Carriers carriers;
    private final Contracts contracts;
    private final CarrierWeeks weeks;
    private final LaneMemory lanes;
    private final Clock clock;

    Recommendations(Carriers carriers, Contracts contracts, CarrierWeeks weeks, LaneMemory lanes, Clock clock) {
        this.carriers = carriers;
        this.contracts = contracts;
        this.weeks = weeks;
        this.lanes = lanes;
        this.clock = clock;
    }

    /** @param since the first week that counts */
    Uni<Recommended> of(Wish wish, IsoWeek since) {
        Instant now = clock.instant();
        return Uni.combine()
                .all()
                .unis(
                        carriers.all(),
                        contracts.inForce(BusinessDay.of(now)),
                        weeks.lane(PerformanceRegions.of(wish.from()), PerformanceRegions.of(wish.to()), since))
                .asTuple()
                .map(known -> {
                    var agreed = latest(known.getItem2());
                    var candidates = known.getItem1().stream()
                            .map(carrier -> candidate(wish, carrier, agreed, known.getItem3(), now))
                            .toList();
                    return new Recommended(Ranking.of(wish, candidates), known.getItem3());
                });
    }

    private Candidate candidate(
            Wish wish,
            Carrier carrier,
            Map<String, Contract> agreed,
            SortedMap<String, WeekFigures> figures,
            Instant now) {
        var contract = Optional.ofNullable(agreed.get(carrier.code()));
        return new Candidate(
                carrier,
                Optional.ofNullable(figures.get(carrier.code()))
                        .map(Recommendations::standing)
                        .orElse(Standing.NONE),
                lanes.standard(new Lane(carrier.code(), wish.from(), wish.to()), now)
                        .flatMap(LaneStandard::price)
                        .or(() -> contract.flatMap(Contract::price)),
                contract.flatMap(Contract::capacityPerDay).or(carrier::peakPerDay));
    }

    private static Map<String, Contract> latest(List<Contract> inForce) {
        return inForce.stream().collect(Collectors.toMap(Contract::carrier, Function.identity(), (_, later) -> later));
    }

    private static Standing standing(WeekFigures figures) {
        return new Standing(
                figures.count(Figure.DUE),
                figures.count(Figure.ON_TIME),
                figures.count(Figure.PICKED_UP),
                figures.count(Figure.EXCEPTIONAL),
                figures.minutes(Leg.DELIVERY).percentile(90),
                figures.count(Figure.OPINIONS),
                figures.count(Figure.ATTITUDE_POINTS) + figures.count(Figure.SPEED_POINTS));
    }
}
