package org.shopscore.aggregator.lookup.memory;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.shopscore.aggregator.score.WindowSums;
import org.shopscore.metric.Measures;

/** The sums of one window over the measures of the contract, packed: only those that are not 0. */
public final class KnownSums implements WindowSums {

    private static final String[] NAMES = Measures.names().stream().sorted().toArray(String[]::new);

    private final byte[] packed;
    private Map<String, Long> amounts;

    private KnownSums(byte[] packed) {
        this.packed = packed;
    }

    /** A copy: the given sums may change afterwards. */
    public static KnownSums of(WindowSums sums) {
        return new KnownSums(PackedSums.pack(NAMES, sums::sum));
    }

    static KnownSums unpacked(byte[] packed) {
        return new KnownSums(packed);
    }

    byte[] packed() {
        return packed;
    }

    @Override
    public long sum(String measure) {
        return amounts().getOrDefault(measure, 0L);
    }

    /** A scorer asks for one after the other; who comes twice at once unpacks twice. */
    private Map<String, Long> amounts() {
        Map<String, Long> known = amounts;
        if (known == null) {
            var unpacked = new HashMap<String, Long>();
            forEach(unpacked::put);
            known = Map.copyOf(unpacked);
            amounts = known;
        }
        return known;
    }

    /** In the order of the names. */
    public void forEach(ObjLongConsumer<String> each) {
        PackedSums.unpack(packed, NAMES, each);
    }
}
