package org.shopscore.aggregator.ingest.scan;

import java.time.Instant;

/** Reads instants as {@link Instant#toString} writes them, of 1992 to 9999; one after the other into the same place. */
public final class InstantScan {

    private static final int SHORTEST = "2026-03-01T04:00:00Z".length();
    private static final int LONGEST = SHORTEST + 10;
    private static final int DAY = 86_400;
    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int[] DAYS_OF_MONTH = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    /** From then on Shanghai has been at +8 all the time. */
    private static final int FIRST_YEAR = 1992;

    private static final int SHANGHAI = 8 * 3_600;

    private long second;
    private int nano;

    /** @return whether it is such an instant; otherwise what was read before is lost */
    public boolean read(byte[] text, int from, int to) {
        int length = to - from;
        if (length < SHORTEST || length > LONGEST || text[to - 1] != 'Z' || !isPunctuated(text, from)) {
            return false;
        }
        int year = number(text, from, 4);
        int month = number(text, from + 5, 2);
        int day = number(text, from + 8, 2);
        int hour = number(text, from + 11, 2);
        int minute = number(text, from + 14, 2);
        int inMinute = number(text, from + 17, 2);
        boolean isTime = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && inMinute >= 0 && inMinute < 60;
        if (!isTime || !isDay(year, month, day) || !readNano(text, from + 19, to - 1)) {
            return false;
        }
        second = epochDay(year, month, day) * DAY + hour * 3_600L + minute * 60L + inMinute;
        return true;
    }

    public void set(Instant instant) {
        second = instant.getEpochSecond();
        nano = instant.getNano();
    }

    private static boolean isPunctuated(byte[] text, int from) {
        return text[from + 4] == '-'
                && text[from + 7] == '-'
                && text[from + 10] == 'T'
                && text[from + 13] == ':'
                && text[from + 16] == ':';
    }

    private static boolean isDay(int year, int month, int day) {
        return year >= FIRST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= (month == 2 && !isLeap(year) ? 28 : DAYS_OF_MONTH[month - 1]);
    }

    private boolean readNano(byte[] text, int from, int end) {
        nano = 0;
        if (from == end) {
            return true;
        }
        int digits = end - from - 1;
        int fraction = text[from] == '.' && digits > 0 ? number(text, from + 1, digits) : -1;
        for (int missing = digits; missing < 9; missing++) {
            fraction *= 10;
        }
        nano = fraction;
        return fraction >= 0;
    }

    /** -1 when one of them is no digit. */
    private static int number(byte[] text, int from, int digits) {
        int number = 0;
        for (int at = from; at < from + digits; at++) {
            int digit = text[at] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    private static long epochDay(int year, int month, int day) {
        int before = year - 1;
        int leaps = before / 4 - before / 100 + before / 400 - (1969 / 4 - 1969 / 100 + 1969 / 400);
        int ofYear = DAYS_BEFORE_MONTH[month - 1] + (month > 2 && isLeap(year) ? 1 : 0) + day - 1;
        return (year - 1970) * 365L + leaps + ofYear;
    }

    /** Of the epoch. */
    public long second() {
        return second;
    }

    public int nano() {
        return nano;
    }

    public Instant instant() {
        return Instant.ofEpochSecond(second, nano);
    }

    /** The business day, as day of the epoch. */
    public int businessDay() {
        return (int) ((second + SHANGHAI) / DAY);
    }
}
