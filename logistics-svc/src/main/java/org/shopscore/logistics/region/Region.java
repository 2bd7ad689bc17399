package org.shopscore.logistics.region;

import java.util.regex.Pattern;

/**
 * A part of the world: a country (ISO 3166-1 alpha-2), or a part of it by the country's own division code.
 *
 * @param code {@code CN-37} is a province, {@code CN-3701} a city in it, {@code CN-370112} a county of that (GB/T 2260)
 */
public record Region(String code) {

    /** What a code looks like. */
    public static final String SHAPE = "[A-Z]{2}(-[A-Z0-9]{1,12})?";

    private static final Pattern CODE = Pattern.compile(SHAPE);

    public Region {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a region must match " + SHAPE + ", was " + code);
        }
    }

    /** Whether the other is this region or a part of it. */
    public boolean contains(Region other) {
        return other.code.startsWith(code);
    }
}
