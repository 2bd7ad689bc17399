package org.shopscore.logistics.care.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which languages will do for a buyer, the best first. */
public final class Languages {

    /** Every shipped text exists in this one. */
    public static final String LAST = "zh-CN";

    /**
     * The buyer's choice, then the shop's, each also without its country and script, and {@link #LAST} in the end.
     *
     * @param buyer empty for a buyer who has chosen none
     */
    public static List<String> of(Optional<String> buyer, String shop) {
        var languages = new LinkedHashSet<String>();
        Stream.concat(buyer.stream(), Stream.of(shop)).forEach(tag -> {
            for (String wider = tag; !wider.isEmpty(); wider = wider(wider)) {
                languages.add(wider);
            }
        });
        languages.add(LAST);
        return List.copyOf(languages);
    }

    private static String wider(String tag) {
        return tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
    }

    private Languages() {}
}
