package org.shopscore.aggregator.lookup.batch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/** The ids of a batch where they stand in its body, in the order asked. */
public final class Ids {

    private final byte[] body;
    private final int[] from = new int[BatchRequest.MOST];
    private final int[] to = new int[BatchRequest.MOST];
    private int count;

    Ids(byte[] body) {
        this.body = body;
    }

    /** @return false when there are too many */
    boolean add(int start, int end) {
        if (count == BatchRequest.MOST) {
            return false;
        }
        from[count] = start;
        to[count++] = end;
        return true;
    }

    public int count() {
        return count;
    }

    /** Where they all stand. */
    public byte[] body() {
        return body;
    }

    public int from(int i) {
        return from[i];
    }

    /** Behind the last byte. */
    public int to(int i) {
        return to[i];
    }

    List<String> texts() {
        var texts = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            texts.add(new String(body, from[i], to[i] - from[i], ISO_8859_1));
        }
        return texts;
    }
}
