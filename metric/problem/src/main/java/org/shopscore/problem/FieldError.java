package org.shopscore.problem;

/**
 * What is wrong with one field.
 *
 * @param field   as the request names it; nested ones joined by dots
 * @param message what it must be
 * @param given   what it was, at most 100 characters
 */
public record FieldError(String field, String message, String given) {

    static final int MOST_GIVEN = 100;

    public static FieldError of(String field, String message, Object given) {
        return new FieldError(field, message, shortened(String.valueOf(given)));
    }

    static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= MOST_GIVEN) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, MOST_GIVEN - 1)) + "…";
    }
}
