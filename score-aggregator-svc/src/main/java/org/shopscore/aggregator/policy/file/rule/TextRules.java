package org.shopscore.aggregator.policy.file.rule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.stream.Stream;

/** Texts of a policy that no database could give back. */
final class TextRules {

    static Stream<Fault> effectiveFromIsADay(Part root) {
        Part day = root.at("effectiveFrom");
        return day.text().filter(text -> !isDay(text)).isPresent()
                ? Stream.of(day.fault(
                        "must be a day of the calendar, was " + day.text().orElseThrow()))
                : Stream.of();
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).isAfter(LocalDate.EPOCH);
        } catch (DateTimeException _) {
            return false;
        }
    }

    static Stream<Fault> textsCanBeStored(Part root) {
        return everything(root)
                .filter(part -> part.text().filter(text -> !isWhole(text)).isPresent())
                .map(part -> part.fault("must not contain U+0000 or half a character"));
    }

    private static Stream<Part> everything(Part part) {
        return Stream.concat(
                Stream.of(part),
                Stream.of(part.items(), part.members())
                        .flatMap(parts -> parts.stream().flatMap(TextRules::everything)));
    }

    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(one -> one == 0 || Character.getType(one) == Character.SURROGATE);
    }

    private TextRules() {}
}
