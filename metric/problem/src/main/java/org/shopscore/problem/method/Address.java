package org.shopscore.problem.method;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The paths that one template means, and the methods that resources take there. */
record Address(Pattern paths, int literals, Set<String> methods) {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
    private static final String ANY_SEGMENT = "[^/]+";

    /** @param template as resources write it: {@code /v1/shops/{shopId}} */
    static Address of(String template, Collection<String> methods) {
        var parts = PARAMETER.split(template, -1);
        String paths = Stream.of(parts).map(Pattern::quote).collect(Collectors.joining(ANY_SEGMENT));
        int literals = Stream.of(parts).mapToInt(String::length).sum();
        return new Address(Pattern.compile(paths + "/?"), literals, withImplied(methods));
    }

    /** What it is called does not matter. */
    static String withoutNames(String template) {
        return PARAMETER.matcher(template).replaceAll("{}");
    }

    boolean has(String path) {
        return paths.matcher(path).matches();
    }

    private static Set<String> withImplied(Collection<String> methods) {
        var all = new TreeSet<>(methods);
        if (all.contains("GET")) {
            all.add("HEAD");
        }
        all.add("OPTIONS");
        return all;
    }
}
