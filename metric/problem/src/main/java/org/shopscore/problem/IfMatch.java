package org.shopscore.problem;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The precondition of an edit: the version that the caller has seen, in the {@code If-Match} header (RFC 9110, 13.1.1). */
public final class IfMatch {

    public static final String HEADER = "If-Match";

    private static final Pattern TAG = Pattern.compile("\"[0-9]{1,18}\"");

    /**
     * Checks that an edit was made from the version that is stored.
     *
     * @param given   the header's value, null when there is none
     * @param version that is stored now
     * @throws Refused 428 {@code version-required} without a header, 400 {@code invalid-field} when it is no version, 412
     *     {@code version-differs} when somebody else has edited meanwhile
     */
    public static void require(String given, long version) {
        if (given == null) {
            throw new Refused(428, "version-required", "an edit names the version it was made from in " + HEADER)
                    .with("version", version);
        }
        if (!given.equals("*") && tags(given).noneMatch(tag(version)::equals)) {
            throw new Refused(412, "version-differs", "the version is " + version + " now, not " + given)
                    .with("version", version);
        }
    }

    /** The {@code ETag} of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    private static Stream<String> tags(String given) {
        var tags = Arrays.stream(given.split(",", -1)).map(String::strip).toList();
        if (!tags.stream().allMatch(tag -> TAG.matcher(tag).matches())) {
            throw Refused.field(400, "invalid-field", HEADER, "must be versions in double quotes", given);
        }
        return tags.stream();
    }

    private IfMatch() {}
}
