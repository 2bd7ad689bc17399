package org.shopscore.aggregator.ingest;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.shopscore.metric.Headers;

/** The headers of one record, read in one pass: a look-up by name walks all of them. */
final class EventHeaders {

    /** Before the platform existed. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Pattern INCARNATION = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,14}");
    private static final int LONGEST = 100;

    private String specVersion = "";
    private String id = "";
    private String source = "";
    private String type = "";
    private String subject = "";
    private String time = "";
    private String sequence = "";
    private String incarnation = "";

    EventHeaders(ConsumerRecord<byte[], byte[]> record) {
        for (Header header : record.headers()) {
            switch (header.key()) {
                case Headers.SPEC_VERSION -> specVersion = text(header);
                case Headers.ID -> id = text(header);
                case Headers.SOURCE -> source = text(header);
                case Headers.TYPE -> type = text(header);
                case Headers.SUBJECT -> subject = text(header);
                case Headers.TIME -> time = text(header);
                case Headers.SEQUENCE -> sequence = text(header);
                case Headers.INCARNATION -> incarnation = text(header);
                default -> {}
            }
        }
    }

    private static String text(Header header) {
        return header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    String source() {
        return source;
    }

    String type() {
        return type;
    }

    String subject() {
        return subject;
    }

    /**
     * @param logged when the broker took the record: nothing happens long after it is told
     * @throws BadHeader naming the first header that is missing or wrong
     */
    Head head(Instant logged) {
        require(specVersion.equals("1.0"), Headers.SPEC_VERSION, specVersion);
        return new Head(life(), number(), uuid(), time(logged));
    }

    Life life() {
        require(INCARNATION.matcher(incarnation).matches(), Headers.INCARNATION, incarnation);
        return new Life(source, incarnation);
    }

    long number() {
        require(NUMBER.matcher(sequence).matches(), Headers.SEQUENCE, sequence);
        return Long.parseLong(sequence);
    }

    private String uuid() {
        try {
            require(id.length() == 36, Headers.ID, id);
            UUID.fromString(id);
            return id;
        } catch (IllegalArgumentException _) {
            throw new BadHeader(Headers.ID, id);
        }
    }

    private Instant time(Instant logged) {
        try {
            Instant happened = Instant.parse(time);
            require(
                    !happened.isBefore(EARLIEST) && !happened.isAfter(logged.plus(Duration.ofDays(1))),
                    Headers.TIME,
                    time);
            return happened;
        } catch (DateTimeException _) {
            throw new BadHeader(Headers.TIME, time);
        }
    }

    private static void require(boolean holds, String header, String given) {
        if (!holds) {
            throw new BadHeader(header, given);
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
