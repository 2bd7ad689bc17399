package org.shopscore.logistics.masking;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Regular expressions for one of many characters or words. Java's own class of many characters looks at one after the other; these
 * halve what is left with each look.
 */
final class Characters {

    private static final int FEW = 4;

    /** One of these characters. */
    static String anyOf(String characters) {
        return "[" + halves(characters.codePoints().sorted().distinct().toArray()) + "]";
    }

    /** One of these words, of which the first that fits is taken; most texts are turned away by their first character. */
    static String anyWordOf(String... words) {
        var first = Stream.of(words).map(word -> word.substring(0, 1)).collect(Collectors.joining());
        return "(?:(?=" + anyOf(first) + ")(?:" + String.join("|", words) + "))";
    }

    private static String halves(int[] sorted) {
        if (sorted.length <= FEW) {
            return IntStream.of(sorted).mapToObj(Character::toString).collect(Collectors.joining());
        }
        int middle = sorted.length / 2;
        return half(Arrays.copyOf(sorted, middle)) + half(Arrays.copyOfRange(sorted, middle, sorted.length));
    }

    private static String half(int[] sorted) {
        return "[" + Character.toString(sorted[0]) + "-" + Character.toString(sorted[sorted.length - 1]) + "&&["
                + halves(sorted) + "]]";
    }

    private Characters() {}
}
