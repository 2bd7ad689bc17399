package org.shopscore.aggregator.ingest.arrival;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.shopscore.aggregator.ingest.scan.InstantScan;
import org.shopscore.aggregator.ingest.sequence.Life;
import org.shopscore.metric.Headers;

/** The headers of one record after the other, read in one pass: a look-up by name walks all of them. For one thread. */
final class EventHeaders {

    /** Before the platform existed. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Pattern INCARNATION = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
    private static final byte[] ONE = "1.0".getBytes(UTF_8);
    private static final byte[] MISSING = {};
    private static final int MOST_DIGITS = 15;
    private static final int LONGEST = 100;
    private static final int MOST_LIVES = 1_000;

    private final KnownTexts texts = new KnownTexts();
    private final InstantScan scan = new InstantScan();
    private final Map<Life, Life> lives = new HashMap<>();
    private byte[] specVersion;
    private byte[] id;
    private byte[] source;
    private byte[] type;
    private byte[] subject;
    private byte[] time;
    private byte[] sequence;
    private byte[] incarnation;

    /** Those of that record, from now on. */
    void read(ConsumerRecord<byte[], byte[]> record) {
        specVersion = id = source = type = subject = time = sequence = incarnation = MISSING;
        for (Header header : record.headers()) {
            byte[] value = header.value() == null ? MISSING : header.value();
            switch (header.key()) {
                case Headers.SPEC_VERSION -> specVersion = value;
                case Headers.ID -> id = value;
                case Headers.SOURCE -> source = value;
                case Headers.TYPE -> type = value;
                case Headers.SUBJECT -> subject = value;
                case Headers.TIME -> time = value;
                case Headers.SEQUENCE -> sequence = value;
                case Headers.INCARNATION -> incarnation = value;
                default -> {}
            }
        }
    }

    String source() {
        return texts.of(source);
    }

    String type() {
        return texts.of(type);
    }

    byte[] subject() {
        return subject;
    }

    /** When it happened; what {@link #head} has taken. */
    InstantScan time() {
        return scan;
    }

    /**
     * @param logged when the broker took the record: nothing happens long after it is told
     * @throws BadHeader naming the first header that is missing or wrong
     */
    Head head(Instant logged) {
        require(Arrays.equals(specVersion, ONE), Headers.SPEC_VERSION, specVersion);
        return new Head(life(), number(), uuid(), time(logged));
    }

    Life life() {
        var life = new Life(source(), texts.of(incarnation));
        Life known = lives.get(life);
        if (known != null) {
            return known;
        }
        require(INCARNATION.matcher(life.incarnation()).matches(), Headers.INCARNATION, incarnation);
        if (lives.size() == MOST_LIVES) {
            lives.clear();
        }
        lives.put(life, life);
        return life;
    }

    long number() {
        long number = 0;
        for (byte digit : sequence) {
            require(digit >= '0' && digit <= '9', Headers.SEQUENCE, sequence);
            number = number * 10 + digit - '0';
        }
        boolean isCanonical = sequence.length > 0 && sequence.length <= MOST_DIGITS && sequence[0] != '0';
        require(isCanonical, Headers.SEQUENCE, sequence);
        return number;
    }

    private String uuid() {
        require(id.length == 36, Headers.ID, id);
        for (int at = 0; at < id.length; at++) {
            boolean isHyphen = at == 8 || at == 13 || at == 18 || at == 23;
            require(isHyphen ? id[at] == '-' : Character.digit(id[at], 16) >= 0, Headers.ID, id);
        }
        return new String(id, UTF_8);
    }

    private Instant time(Instant logged) {
        if (!scan.read(time, 0, time.length)) {
            scan.set(parsedTime());
        }
        Instant happened = scan.instant();
        require(!happened.isBefore(EARLIEST) && !happened.isAfter(logged.plus(Duration.ofDays(1))), Headers.TIME, time);
        return happened;
    }

    private Instant parsedTime() {
        try {
            return Instant.parse(new String(time, UTF_8));
        } catch (DateTimeException _) {
            throw new BadHeader(Headers.TIME, new String(time, UTF_8));
        }
    }

    private static void require(boolean holds, String header, byte[] given) {
        if (!holds) {
            throw new BadHeader(header, new String(given, UTF_8));
        }
    }

    /** A header that is missing or not what the contract says. */
    static final class BadHeader extends RuntimeException {

        private static final long serialVersionUID = 1;

        private BadHeader(String header, String given) {
            super(
                    given.isEmpty() ? header + " is missing" : header + " cannot be " + shortened(given),
                    null,
                    false,
                    false);
        }

        private static String shortened(String given) {
            return given.length() <= LONGEST ? given : given.substring(0, LONGEST) + "...";
        }
    }
}
