package org.shopscore.aggregator.policy.version;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.shopscore.aggregator.language.Language;
import org.shopscore.aggregator.policy.diff.Change;

/** Differences in words. */
final class DiffSentences {

    private static final Map<String, String> KINDS = Map.of(
            "metrics", "metric",
            "diagnostics", "metric",
            "bonuses", "bonus",
            "levels", "level",
            "entitlements", "entitlement.name",
            "dimensions", "subject");

    private final Language language;
    private final ResourceBundle words;

    DiffSentences(Language language) {
        this.language = language;
        this.words = ResourceBundle.getBundle("policy.diff", Locale.of(language.code()));
    }

    String of(Change change) {
        String what = what(change.path());
        if (change.was().isEmpty()) {
            return say("added", what, change.is().orElse(""));
        }
        return change.is().isEmpty()
                ? say("removed", what, change.was().get())
                : say("changed", what, change.was().get(), change.is().get());
    }

    /** Things with names first, from the outside in, then the field. */
    private String what(List<String> path) {
        var parts = new ArrayList<String>();
        String within = "";
        int at = 0;
        while (at + 1 < path.size() && words.containsKey(within + path.get(at))) {
            String kind = path.get(at);
            String name = path.get(at + 1);
            parts.add(say(within + kind, KINDS.containsKey(kind) ? language.name(KINDS.get(kind), name) : name));
            within += kind + ".";
            at += 2;
        }
        path.stream().skip(at).map(this::field).forEach(parts::add);
        return String.join(words.getString("between"), parts);
    }

    private String field(String name) {
        String key = "field." + name;
        return words.containsKey(key) ? words.getString(key) : name;
    }

    private String say(String key, Object... values) {
        return new MessageFormat(words.getString(key), Locale.ROOT).format(values);
    }
}
