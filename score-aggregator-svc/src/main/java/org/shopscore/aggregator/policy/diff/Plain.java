package org.shopscore.aggregator.policy.diff;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Parts of a document in one line. */
final class Plain {

    /** {@code mean 7 of total gte 4.25}; {@code all (latest total gte 4.25; …)}; a table as {@code 3.5→0, 4.64→4.25}. */
    static String text(Object part) {
        return switch (part) {
            case Map<?, ?> object ->
                object.entrySet().stream()
                        .map(member -> member.getKey() + " " + inside(member.getValue()))
                        .collect(Collectors.joining(" "));
            case List<?> list
            when list.stream().allMatch(item -> item instanceof List<?>) ->
                list.stream().map(item -> joined((List<?>) item, "→")).collect(Collectors.joining(", "));
            case List<?> list -> joined(list, ", ");
            default -> String.valueOf(part);
        };
    }

    private static String inside(Object part) {
        return switch (part) {
            case Map<?, ?> object -> "(" + text(object) + ")";
            case List<?> list -> "(" + joined(list, "; ") + ")";
            default -> String.valueOf(part);
        };
    }

    private static String joined(List<?> list, String between) {
        return list.stream().map(Plain::text).collect(Collectors.joining(between));
    }

    private Plain() {}
}
