package org.shopscore.aggregator.lookup.compact;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.LocalDate;
import java.util.Arrays;

/** ASCII text that is written over and over in the same place. */
public final class Ascii {

    private static final int USUAL = 1024;
    private static final int LONGEST_NUMBER = 20;
    private static final int HUNDREDTHS = 100;
    private static final long SECOND = 1_000;
    private static final long DAY = 86_400_000;
    private static final int SIXTY = 60;
    private static final byte[] HEX = of("0123456789abcdef");
    private static final int HEX_DIGITS = 16;
    private static final int BITS = 4;

    private byte[] bytes = new byte[USUAL];
    private int length;

    public static byte[] of(String text) {
        return text.getBytes(US_ASCII);
    }

    public Ascii clear() {
        length = 0;
        return this;
    }

    /** What was written stands at its beginning. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    public byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    public Ascii put(byte[] text) {
        return put(text, 0, text.length);
    }

    public Ascii put(byte[] text, int from, int to) {
        ensure(to - from);
        System.arraycopy(text, from, bytes, length, to - from);
        length += to - from;
        return this;
    }

    public Ascii put(String text) {
        ensure(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
        return this;
    }

    /** @param number not negative */
    public Ascii number(long number) {
        ensure(LONGEST_NUMBER);
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return padded(number, digits);
    }

    /** 16 digits. */
    public Ascii hex(long number) {
        ensure(HEX_DIGITS);
        for (int shift = Long.SIZE - BITS; shift >= 0; shift -= BITS) {
            bytes[length++] = HEX[(int) (number >>> shift) & (HEX.length - 1)];
        }
        return this;
    }

    /** Whether it reads so. */
    public boolean is(String text) {
        return text.length() == length && text.equals(new String(bytes, 0, length, US_ASCII));
    }

    private Ascii padded(long number, int digits) {
        ensure(digits);
        long rest = number;
        for (int i = length + digits - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    Ascii put(char one) {
        ensure(1);
        bytes[length++] = (byte) one;
        return this;
    }

    /** With two decimals. */
    Ascii hundredths(int number) {
        return number(number / HUNDREDTHS).put('.').padded(number % HUNDREDTHS, 2);
    }

    Ascii day(int epochDay) {
        var day = LocalDate.ofEpochDay(epochDay);
        return padded(day.getYear(), 4)
                .put('-')
                .padded(day.getMonthValue(), 2)
                .put('-')
                .padded(day.getDayOfMonth(), 2);
    }

    /** As {@link java.time.Instant} writes it. */
    Ascii instant(long millis) {
        long ofDay = Math.floorMod(millis, DAY);
        long seconds = ofDay / SECOND;
        day(Math.toIntExact(Math.floorDiv(millis, DAY))).put('T').padded(seconds / SIXTY / SIXTY, 2);
        put(':').padded(seconds / SIXTY % SIXTY, 2).put(':').padded(seconds % SIXTY, 2);
        if (ofDay % SECOND != 0) {
            put('.').padded(ofDay % SECOND, 3);
        }
        return put('Z');
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }
}
