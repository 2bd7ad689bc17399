package org.shopscore.aggregator.ingest.arrival;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Header values that come again and again, found by their bytes: so that each is made a text once. For one thread. */
final class KnownTexts {

    private static final int MOST = 32;

    private final byte[][] bytes = new byte[MOST][];
    private final String[] texts = new String[MOST];
    private int size;

    String of(byte[] value) {
        for (int at = 0; at < size; at++) {
            if (Arrays.equals(bytes[at], value)) {
                return texts[at];
            }
        }
        var text = new String(value, UTF_8);
        if (size < MOST) {
            bytes[size] = value;
            texts[size++] = text;
        }
        return text;
    }
}
