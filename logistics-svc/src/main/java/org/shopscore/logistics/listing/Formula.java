package org.shopscore.logistics.listing;

import java.util.regex.Pattern;

/** A text that a spreadsheet would run as a formula gets an apostrophe in front, and reading takes exactly that one away again. */
public final class Formula {

    private static final Pattern LOOKS_LIKE_ONE = Pattern.compile("'*[=+\\-@\\t\\r]");

    public static String disarmed(String text) {
        return LOOKS_LIKE_ONE.matcher(text).lookingAt() ? "'" + text : text;
    }

    public static String restored(String cell) {
        return cell.startsWith("'") && LOOKS_LIKE_ONE.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }

    private Formula() {}
}
