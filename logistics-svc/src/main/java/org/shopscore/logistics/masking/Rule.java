package org.shopscore.logistics.masking;

import java.util.regex.Pattern;

/** What is replaced wherever it stands. */
record Rule(Pattern pattern, String replacement) {

    static final String MASK = "***";

    Rule(String pattern, String replacement) {
        this(Pattern.compile(pattern), replacement);
    }

    /** Keeps the pattern's first group and masks what follows it. */
    static Rule after(String kept, String masked) {
        return new Rule("(" + kept + ")" + masked, "$1" + MASK);
    }

    String on(String text) {
        return pattern.matcher(text).replaceAll(replacement);
    }
}
