package org.shopscore.aggregator.lookup.memory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ObjLongConsumer;
import org.shopscore.aggregator.policy.metric.Maturities;
import org.shopscore.aggregator.policy.metric.Maturity;
import org.shopscore.aggregator.score.window.ListedSums;
import org.shopscore.metric.Measures;

/**
 * The sums of one window over the measures of the contract, packed: only those that are not 0. Of what has matured all that was counted: who
 * reads it is to know what was.
 */
public final class KnownSums implements ListedSums {

    private static final String[] NAMES = Measures.names().stream().sorted().toArray(String[]::new);
    private static final Map<String, Integer> PLACES = new HashMap<>();
    private static final Map<Maturity, Long> NOTHING = Map.of();

    static {
        for (int place = 0; place < NAMES.length; place++) {
            PLACES.put(NAMES[place], place);
        }
    }

    /** Says by which measures sums are packed: others have others. */
    public static final String MEASURES = "%08x".formatted(Arrays.hashCode(NAMES));

    private final byte[] packed;
    private final long[] amounts;
    private final Map<Maturity, Long> ofMatured;

    private KnownSums(byte[] packed, long[] amounts, Map<Maturity, Long> ofMatured) {
        this.packed = packed;
        this.amounts = amounts;
        this.ofMatured = ofMatured;
    }

    /** A copy: the given sums may change afterwards. */
    public static KnownSums of(ListedSums sums) {
        var amounts = new long[NAMES.length];
        sums.forEach((measure, amount) -> {
            Integer place = PLACES.get(measure);
            if (place != null) {
                amounts[place] = amount;
            }
        });
        if (sums.matured().isEmpty()) {
            return new KnownSums(PackedSums.pack(amounts), amounts, NOTHING);
        }
        var ofMatured = new TreeMap<Maturity, Long>();
        sums.matured().all().stream()
                .filter(maturity -> PLACES.containsKey(maturity.measure()))
                .forEach(maturity -> ofMatured.put(maturity, sums.sum(maturity.name())));
        return new KnownSums(PackedSums.pack(amounts, places(ofMatured)), amounts, ofMatured);
    }

    private static List<PackedSums.Matured> places(Map<Maturity, Long> ofMatured) {
        return ofMatured.entrySet().stream()
                .map(one -> new PackedSums.Matured(
                        one.getKey().days(), PLACES.get(one.getKey().measure()), one.getValue()))
                .toList();
    }

    /**
     * @param packed as {@link #packed} gives them
     * @throws IndexOutOfBoundsException for anything else, or IllegalArgumentException
     */
    public static KnownSums unpacked(byte[] packed) {
        var amounts = new long[NAMES.length];
        int end = PackedSums.unpack(packed, amounts);
        return new KnownSums(packed, amounts, end == packed.length ? NOTHING : ofMatured(packed, end));
    }

    private static Map<Maturity, Long> ofMatured(byte[] packed, int from) {
        var ofMatured = new TreeMap<Maturity, Long>();
        PackedSums.matured(packed, from)
                .forEach(one -> ofMatured.put(new Maturity(NAMES[one.place()], one.days()), one.amount()));
        return ofMatured;
    }

    /** To be kept beside {@link #MEASURES}. */
    public byte[] packed() {
        return packed;
    }

    @Override
    public long sum(String measure) {
        Integer place = PLACES.get(measure);
        return place == null ? ofMatured(measure) : amounts[place];
    }

    private long ofMatured(String name) {
        return ofMatured.isEmpty()
                ? 0
                : Maturity.named(name).map(ofMatured::get).orElse(0L);
    }

    @Override
    public Maturities matured() {
        return ofMatured.isEmpty() ? Maturities.NONE : new Maturities(new TreeSet<>(ofMatured.keySet()));
    }

    /** In the order of the names; without what has matured. */
    @Override
    public void forEach(ObjLongConsumer<String> each) {
        for (int place = 0; place < amounts.length; place++) {
            if (amounts[place] != 0) {
                each.accept(NAMES[place], amounts[place]);
            }
        }
    }
}
