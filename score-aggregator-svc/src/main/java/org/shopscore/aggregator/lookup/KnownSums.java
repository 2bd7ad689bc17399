package org.shopscore.aggregator.lookup;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shopscore.aggregator.score.WindowSums;
import org.shopscore.metric.Measures;

/** The sums of one window over the measures of the contract, packed: only those that are not 0. */
final class KnownSums implements WindowSums {

    private static final List<String> NAMES = Measures.names().stream().sorted().toList();
    private static final Map<String, Byte> NUMBERS = IntStream.range(0, NAMES.size())
            .boxed()
            .collect(Collectors.toUnmodifiableMap(NAMES::get, Integer::byteValue));

    private final byte[] measures;
    private final long[] amounts;

    private KnownSums(byte[] measures, long[] amounts) {
        this.measures = measures;
        this.amounts = amounts;
    }

    /** A copy: the given sums may change afterwards. */
    static KnownSums of(WindowSums sums) {
        var measures = new byte[NAMES.size()];
        var amounts = new long[NAMES.size()];
        int size = 0;
        for (int i = 0; i < NAMES.size(); i++) {
            long amount = sums.sum(NAMES.get(i));
            if (amount != 0) {
                measures[size] = (byte) i;
                amounts[size++] = amount;
            }
        }
        return new KnownSums(Arrays.copyOf(measures, size), Arrays.copyOf(amounts, size));
    }

    @Override
    public long sum(String measure) {
        Byte name = NUMBERS.get(measure);
        int at = name == null ? -1 : Arrays.binarySearch(measures, name);
        return at < 0 ? 0 : amounts[at];
    }

    /** In the order of the names. */
    void forEach(ObjLongConsumer<String> each) {
        for (int i = 0; i < measures.length; i++) {
            each.accept(NAMES.get(measures[i]), amounts[i]);
        }
    }
}
