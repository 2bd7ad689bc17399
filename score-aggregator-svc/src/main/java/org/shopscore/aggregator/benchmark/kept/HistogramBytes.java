package org.shopscore.aggregator.benchmark.kept;

import java.io.ByteArrayOutputStream;
import org.shopscore.aggregator.benchmark.Histogram;

/** A histogram as bytes: for each bin with shops in ascending order the distance to the one before, then the shops, as varints. */
final class HistogramBytes {

    private static final int BITS = 7;
    private static final int MORE = 0x80;
    private static final int LOW = 0x7F;

    static byte[] pack(Histogram histogram) {
        var bytes = new ByteArrayOutputStream();
        int before = 0;
        for (int bin = 0; bin < histogram.bins(); bin++) {
            if (histogram.count(bin) > 0) {
                write(bytes, bin - before);
                write(bytes, histogram.count(bin));
                before = bin;
            }
        }
        return bytes.toByteArray();
    }

    private static void write(ByteArrayOutputStream bytes, int value) {
        int rest = value;
        while (rest > LOW) {
            bytes.write((rest & LOW) | MORE);
            rest >>>= BITS;
        }
        bytes.write(rest);
    }

    static Histogram unpack(byte[] bytes) {
        var histogram = new Histogram();
        int[] at = {0};
        int bin = 0;
        while (at[0] < bytes.length) {
            bin += next(bytes, at);
            histogram.add(bin, next(bytes, at));
        }
        return histogram;
    }

    private static int next(byte[] bytes, int[] at) {
        int value = 0;
        int shift = 0;
        byte read;
        do {
            read = bytes[at[0]++];
            value |= (read & LOW) << shift;
            shift += BITS;
        } while (read < 0);
        return value;
    }

    private HistogramBytes() {}
}
