package org.shopscore.aggregator.lookup.memory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.shopscore.aggregator.score.ListedSums;
import org.shopscore.metric.Measures;

/** The sums of one window over the measures of the contract, packed: only those that are not 0. */
public final class KnownSums implements ListedSums {

    private static final String[] NAMES = Measures.names().stream().sorted().toArray(String[]::new);
    private static final Map<String, Integer> PLACES = new HashMap<>();

    static {
        for (int place = 0; place < NAMES.length; place++) {
            PLACES.put(NAMES[place], place);
        }
    }

    /** Says by which measures sums are packed: others have others. */
    public static final String MEASURES = "%08x".formatted(Arrays.hashCode(NAMES));

    private final byte[] packed;
    private final long[] amounts;

    private KnownSums(byte[] packed, long[] amounts) {
        this.packed = packed;
        this.amounts = amounts;
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
        return new KnownSums(PackedSums.pack(amounts), amounts);
    }

    /**
     * @param packed as {@link #packed} gives them
     * @throws IndexOutOfBoundsException for anything else
     */
    public static KnownSums unpacked(byte[] packed) {
        return new KnownSums(packed, PackedSums.unpack(packed, NAMES.length));
    }

    /** To be kept beside {@link #MEASURES}. */
    public byte[] packed() {
        return packed;
    }

    @Override
    public long sum(String measure) {
        Integer place = PLACES.get(measure);
        return place == null ? 0 : amounts[place];
    }

    /** In the order of the names. */
    @Override
    public void forEach(ObjLongConsumer<String> each) {
        for (int place = 0; place < amounts.length; place++) {
            if (amounts[place] != 0) {
                each.accept(NAMES[place], amounts[place]);
            }
        }
    }
}
