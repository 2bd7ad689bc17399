package org.shopscore.logistics.carrier.report;

import java.util.EnumMap;
import java.util.Map;
import org.shopscore.logistics.carrier.performance.Distribution;
import org.shopscore.logistics.carrier.performance.Figure;
import org.shopscore.logistics.carrier.performance.Leg;
import org.shopscore.logistics.carrier.performance.MinuteHistogram;

/** A carrier's figures on a lane, of one week or of several together. */
public final class WeekFigures {

    private final Map<Figure, Long> counts = new EnumMap<>(Figure.class);
    private final Map<Leg, MinuteHistogram> minutes = new EnumMap<>(Leg.class);

    void add(Figure figure, long amount) {
        counts.merge(figure, amount, Long::sum);
    }

    void add(Leg leg, MinuteHistogram more) {
        minutes.computeIfAbsent(leg, _ -> MinuteHistogram.empty()).add(more);
    }

    void add(WeekFigures other) {
        other.counts.forEach(this::add);
        other.minutes.forEach(this::add);
    }

    public long count(Figure figure) {
        return counts.getOrDefault(figure, 0L);
    }

    public Distribution minutes(Leg leg) {
        var known = minutes.get(leg);
        return known == null ? Distribution.NONE : known.distribution();
    }
}
