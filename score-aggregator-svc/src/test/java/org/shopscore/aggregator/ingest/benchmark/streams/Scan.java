package org.shopscore.aggregator.ingest.benchmark.streams;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Goes through the data of an event, which is as the contract writes it. */
final class Scan {

    private static final byte[] ANCHORED = "\"anchoredAt\":\"".getBytes(US_ASCII);
    private static final byte[] MEASURES = "\"measures\":{".getBytes(US_ASCII);
    private static final int SECONDS_EAST = 8 * 3600;
    private static final int DAY = 86_400;

    interface Each {
        void amount(int day, int measure, long amount);

        /** All amounts of a change have been seen. */
        void end(int day);
    }

    static void each(byte[] data, Each each) {
        int at = after(data, ANCHORED, 0);
        while (at > 0) {
            int day = day(data, at);
            at = after(data, MEASURES, at);
            while (data[at] != '}') {
                at = data[at] == ',' ? at + 1 : at;
                int from = at + 1;
                int to = from;
                while (data[to] != '"') {
                    to++;
                }
                at = to + 2;
                boolean isNegative = data[at] == '-';
                at = isNegative ? at + 1 : at;
                long amount = 0;
                while (data[at] >= '0' && data[at] <= '9') {
                    amount = amount * 10 + data[at++] - '0';
                }
                each.amount(day, Names.number(data, from, to), isNegative ? -amount : amount);
            }
            each.end(day);
            at = after(data, ANCHORED, at);
        }
    }

    private static int after(byte[] data, byte[] wanted, int from) {
        for (int at = from; at <= data.length - wanted.length; at++) {
            int same = 0;
            while (same < wanted.length && data[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at + same;
            }
        }
        return -1;
    }

    /** The business day of an instant such as 2026-02-26T09:10:00Z, as a day of the epoch. */
    private static int day(byte[] text, int at) {
        int year = number(text, at, 4);
        int month = number(text, at + 5, 2);
        int seconds = number(text, at + 11, 2) * 3600 + number(text, at + 14, 2) * 60 + number(text, at + 17, 2);
        int march = (month + 9) % 12;
        int years = year - march / 10;
        int days = 365 * years + years / 4 - years / 100 + years / 400 + (march * 306 + 5) / 10 - 719_469;
        return days + number(text, at + 8, 2) + (seconds + SECONDS_EAST) / DAY;
    }

    static int number(byte[] text, int at, int digits) {
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            number = number * 10 + text[i] - '0';
        }
        return number;
    }

    private Scan() {}
}
