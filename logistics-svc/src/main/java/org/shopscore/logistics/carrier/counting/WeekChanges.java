package org.shopscore.logistics.carrier.counting;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shopscore.logistics.carrier.performance.Cell;
import org.shopscore.logistics.carrier.performance.Figure;
import org.shopscore.logistics.carrier.performance.Leg;
import org.shopscore.logistics.carrier.tally.Entry;
import org.shopscore.logistics.carrier.tally.ParcelTally;

/** What many parcels change together, by where it is kept: how many more or, with a minus, less. */
record WeekChanges(SortedMap<WeekKey<Figure>, Long> counts, SortedMap<WeekKey<Leg>, Map<Long, Long>> minutes) {

    static WeekChanges of(Collection<ParcelRow> parcels) {
        var cells = new TreeMap<Cell, ParcelTally>();
        parcels.forEach(parcel -> {
            parcel.kept()
                    .ifPresent(cell -> cells.merge(cell, ParcelTally.NONE.minus(parcel.counted()), ParcelTally::plus));
            parcel.cell().ifPresent(cell -> cells.merge(cell, parcel.tally(), ParcelTally::plus));
        });
        var changes = new WeekChanges(new TreeMap<>(), new TreeMap<>());
        cells.forEach((cell, tally) -> tally.amounts().forEach((entry, amount) -> changes.put(cell, entry, amount)));
        return changes;
    }

    private void put(Cell cell, Entry entry, long amount) {
        switch (entry) {
            case Entry.Counted(var week, var figure) -> counts.put(new WeekKey<>(cell, week, figure), amount);
            case Entry.Timed(var week, var leg, var took) ->
                minutes.computeIfAbsent(new WeekKey<>(cell, week, leg), _ -> new HashMap<>())
                        .put(took, amount);
        }
    }
}
