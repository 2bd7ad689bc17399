package org.shopscore.aggregator.ingest.benchmark.streams;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** The last number of each source and incarnation in one lane. */
final class Lives {

    private static final int SOURCE = 2;
    private static final int SEQUENCE = 7;
    private static final int INCARNATION = 8;

    private static final class Life {

        private final byte[] source;
        private final byte[] incarnation;
        private final Bytes key;
        private long last;

        private Life(byte[] source, byte[] incarnation, Bytes key) {
            this.source = source;
            this.incarnation = incarnation;
            this.key = key;
        }
    }

    private final KeyValueStore<Bytes, byte[]> store;
    private final List<Life> lives = new ArrayList<>();

    Lives(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** Whether the record's number is a new one; it is not any more after this. */
    boolean isNew(Headers headers) {
        byte[] source = null;
        byte[] sequence = null;
        byte[] incarnation = null;
        int place = 0;
        for (var header : headers) {
            switch (place++) {
                case SOURCE -> source = header.value();
                case SEQUENCE -> sequence = header.value();
                case INCARNATION -> incarnation = header.value();
                default -> {}
            }
        }
        return advance(life(source, incarnation), number(sequence));
    }

    private boolean advance(Life life, long number) {
        if (number <= life.last) {
            return false;
        }
        life.last = number;
        store.put(life.key, ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return true;
    }

    private Life life(byte[] source, byte[] incarnation) {
        for (Life life : lives) {
            if (Arrays.equals(life.source, source) && Arrays.equals(life.incarnation, incarnation)) {
                return life;
            }
        }
        var key = Bytes.wrap(ByteBuffer.allocate(source.length + incarnation.length)
                .put(source)
                .put(incarnation)
                .array());
        var life = new Life(source, incarnation, key);
        byte[] last = store.get(key);
        life.last = last == null ? 0 : ByteBuffer.wrap(last).getLong();
        lives.add(life);
        return life;
    }

    private static long number(byte[] digits) {
        long number = 0;
        for (byte digit : digits) {
            number = number * 10 + digit - '0';
        }
        return number;
    }
}
