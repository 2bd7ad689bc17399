package org.shopscore.logistics.masking;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a text must have in it for a rule to find anything; looking for it costs a small part of the rule. */
final class Trigger {

    static final Predicate<String> DIGIT = Pattern.compile("[0-9]").asPredicate();
    static final Predicate<String> LATIN = Pattern.compile("[A-Za-z]").asPredicate();

    /** One of these. */
    static Predicate<String> any(String... needles) {
        var all = List.of(needles);
        return text -> all.stream().anyMatch(text::contains);
    }

    private Trigger() {}
}
