package org.shopscore.aggregator.lookup.compact;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Codes by their numbers in the binary form: a number once given stays, and each answer brings all of them. A code that comes when the book
 * is full has none until the process starts again: it is logged once.
 */
public final class CodeBook {

    private static final Logger LOG = Logger.getLogger(CodeBook.class);

    private final int most;
    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private volatile List<String> codes;

    /** @param codes that are numbered from the start */
    public CodeBook(List<String> codes, int most) {
        this.codes = List.copyOf(codes);
        this.most = most;
    }

    /** @return -1 where the book is full */
    int number(String code) {
        int known = codes.indexOf(code);
        return known >= 0 ? known : add(code);
    }

    private synchronized int add(String code) {
        int known = codes.indexOf(code);
        if (known < 0 && codes.size() < most) {
            known = codes.size();
            codes = java.util.stream.Stream.concat(codes.stream(), java.util.stream.Stream.of(code))
                    .toList();
        } else if (known < 0 && missing.add(code)) {
            LOG.errorf("code-book=full most=%d code=%s: it has no number until a restart", most, code);
        }
        return known;
    }

    int size() {
        return codes.size();
    }

    /** @param number that was given by this book */
    String code(int number) {
        return codes.get(number);
    }

    void write(Buffer out) {
        List<String> now = codes;
        out.appendUnsignedByte((short) now.size());
        now.forEach(code -> write(out, code));
    }

    static void write(Buffer out, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        out.appendUnsignedByte((short) bytes.length).appendBytes(bytes);
    }
}
