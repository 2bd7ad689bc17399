package org.shopscore.aggregator.tile;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;

/** The measures known so far: each name, the id that tiles hold in its place, and the one source that counts it. */
public final class MeasureIds {

    public record Measure(short id, String name, String source) {}

    public static final MeasureIds NONE = new MeasureIds(List.of());

    private final Map<String, Measure> byName = new HashMap<>();
    private final Map<Short, Measure> byId = new HashMap<>();
    private final String[] names;

    public MeasureIds(Collection<Measure> measures) {
        for (Measure measure : measures) {
            byName.put(measure.name(), measure);
            byId.put(measure.id(), measure);
        }
        int highest = measures.stream().mapToInt(Measure::id).max().orElse(0);
        names = new String[highest + 1];
        measures.forEach(measure -> names[measure.id()] = measure.name());
    }

    public Optional<Measure> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Collection<Measure> all() {
        return byName.values();
    }

    int size() {
        return byName.size();
    }

    public int countOf(String source) {
        return (int) byName.values().stream()
                .filter(measure -> measure.source().equals(source))
                .count();
    }

    /** Those of measures that are known, by name. */
    public void forEach(Amounts amounts, ObjLongConsumer<String> each) {
        for (int at = 0; at < amounts.size(); at++) {
            int id = amounts.id(at);
            if (id < names.length && names[id] != null) {
                each.accept(names[id], amounts.amount(at));
            }
        }
    }

    /** @return 0 when the measure was never counted */
    public long amount(Amounts amounts, String name) {
        Measure measure = byName.get(name);
        return measure == null ? 0 : amounts.get(measure.id());
    }

    boolean knowsAll(Collection<String> wanted) {
        return byName.keySet().containsAll(wanted);
    }

    public boolean knowsAll(Amounts amounts) {
        for (int at = 0; at < amounts.size(); at++) {
            if (!byId.containsKey(amounts.id(at))) {
                return false;
            }
        }
        return true;
    }

    /** The amounts by name. */
    public SortedMap<String, Long> named(byte[] tile) {
        return named(TileBytes.unpack(tile));
    }

    /** The amounts by name. */
    public SortedMap<String, Long> named(Amounts amounts) {
        return named(amounts, _ -> true);
    }

    /** The amounts of one source's measures by name. */
    public SortedMap<String, Long> named(Amounts amounts, String source) {
        return named(amounts, measure -> measure.source().equals(source));
    }

    private SortedMap<String, Long> named(Amounts amounts, Predicate<Measure> wanted) {
        var named = new TreeMap<String, Long>();
        for (int at = 0; at < amounts.size(); at++) {
            Measure measure = byId.get(amounts.id(at));
            if (wanted.test(measure)) {
                named.put(measure.name(), amounts.amount(at));
            }
        }
        return named;
    }
}
