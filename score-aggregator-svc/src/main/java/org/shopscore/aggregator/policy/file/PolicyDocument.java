package org.shopscore.aggregator.policy.file;

import java.time.LocalDate;
import java.util.Map;
import org.shopscore.aggregator.policy.Policy;

/** A policy and the very text that it was read from. */
public record PolicyDocument(Policy policy, String text) {

    /** @throws BadPolicy with all faults of the document */
    public static PolicyDocument read(String file, String text) {
        return new PolicyDocument(PolicyFile.read(file, text), text);
    }

    /** As maps, lists and texts, in the order of the document. */
    public Map<String, Object> tree() {
        return PolicyFile.tree(text);
    }

    /** The first day that it was made for: it holds from no earlier one. */
    public LocalDate effectiveFrom() {
        return LocalDate.parse(String.valueOf(tree().get("effectiveFrom")));
    }

    /** Whether both say the same, however they are written. */
    public boolean saysWhat(PolicyDocument other) {
        return tree().equals(other.tree());
    }
}
