package org.shopscore.logistics.masking;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What is replaced wherever it stands.
 *
 * @param trigger without which the pattern finds nothing
 */
record Rule(Predicate<String> trigger, Pattern pattern, String replacement) {

    static final String MASK = "***";

    Rule(Predicate<String> trigger, String pattern, String replacement) {
        this(trigger, Pattern.compile(pattern), replacement);
    }

    /** Keeps the pattern's first group and masks what follows it. */
    static Rule after(Predicate<String> trigger, String kept, String masked) {
        return new Rule(trigger, "(" + kept + ")" + masked, "$1" + MASK);
    }

    String on(String text) {
        return trigger.test(text) ? pattern.matcher(text).replaceAll(replacement) : text;
    }
}
