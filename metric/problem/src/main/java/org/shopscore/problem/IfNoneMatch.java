package org.shopscore.problem;

import java.util.Arrays;

/** What a caller says to know already, in the {@code If-None-Match} header; weak and strong tags are compared alike (RFC 9110, 13.1.2). */
public final class IfNoneMatch {

    private static final String WEAK = "W/";

    /**
     * @param given the header's value, several tags with commas between; null when there is none
     * @param tag   the value of what would be answered, without quotes
     */
    public static boolean knows(String given, String tag) {
        return given != null
                && (given.strip().equals("*")
                        || Arrays.stream(given.split(","))
                                .map(String::strip)
                                .map(one -> one.startsWith(WEAK) ? one.substring(WEAK.length()) : one)
                                .anyMatch(one -> one.equals('"' + tag + '"')));
    }

    private IfNoneMatch() {}
}
