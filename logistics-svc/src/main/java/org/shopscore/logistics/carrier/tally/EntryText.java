package org.shopscore.logistics.carrier.tally;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.shopscore.logistics.carrier.performance.Figure;
import org.shopscore.logistics.carrier.performance.IsoWeek;
import org.shopscore.logistics.carrier.performance.Leg;

/** What a parcel was counted for, as its row keeps it: {@code 2026-W10 DUE 1}, {@code 2026-W10 DELIVERY 2880 1}. */
public final class EntryText {

    public static List<String> write(ParcelTally tally) {
        return tally.amounts().entrySet().stream()
                .map(one -> text(one.getKey()) + " " + one.getValue())
                .sorted()
                .toList();
    }

    /** @throws IllegalArgumentException when a text is none that {@link #write} has made */
    public static ParcelTally read(Collection<String> texts) {
        var amounts = new HashMap<Entry, Long>();
        texts.forEach(text -> {
            var words = List.of(text.split(" "));
            amounts.put(entry(words), Long.parseLong(words.getLast()));
        });
        return new ParcelTally(amounts);
    }

    private static String text(Entry entry) {
        return switch (entry) {
            case Entry.Counted(var week, var figure) -> week + " " + figure;
            case Entry.Timed(var week, var leg, var minutes) -> week + " " + leg + " " + minutes;
        };
    }

    private static Entry entry(List<String> words) {
        var week = IsoWeek.parse(words.get(0)).orElseThrow();
        return words.size() == 3
                ? new Entry.Counted(week, Figure.valueOf(words.get(1)))
                : new Entry.Timed(week, Leg.valueOf(words.get(1)), Long.parseLong(words.get(2)));
    }

    private EntryText() {}
}
