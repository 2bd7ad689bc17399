package org.shopscore.logistics.masking;

import java.util.List;
import java.util.stream.Stream;

/**
 * Takes the personal data out of a text: names, telephone numbers, e-mail addresses, numbers of identity cards and the
 * codes that open a locker. In doubt it masks: a name kept is worse than a word lost.
 */
public final class Masking {

    private static final int LONGEST = 500;
    private static final int READ = 2_000;

    private static final List<Rule> RULES = Stream.of(
                    List.of(new Rule(_ -> true, "[\\p{Cntrl}\\s]+", " ")), Numbers.RULES, Names.RULES)
            .flatMap(List::stream)
            .toList();

    /** At most 500 characters, on one line. */
    public static String mask(String text) {
        var masked = asciiDigits(shortened(text, READ));
        for (var rule : RULES) {
            masked = rule.on(masked);
        }
        return shortened(Numbers.masked(masked).strip(), LONGEST);
    }

    private static String asciiDigits(String text) {
        return text.codePoints()
                .map(c -> c >= '０' && c <= '９' ? c - '０' + '0' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A number that the cut goes through is left out, because its beginning would look like none. */
    private static String shortened(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)).replaceFirst("[\\d()+ -]+$", "");
    }

    private Masking() {}
}
