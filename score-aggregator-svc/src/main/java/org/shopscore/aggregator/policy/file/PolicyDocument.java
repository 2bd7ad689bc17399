package org.shopscore.aggregator.policy.file;

import org.shopscore.aggregator.policy.Policy;

/** A policy and the very text that it was read from. */
public record PolicyDocument(Policy policy, String text) {

    /** @throws BadPolicy with all faults of the document */
    public static PolicyDocument read(String file, String text) {
        return new PolicyDocument(PolicyFile.read(file, text), text);
    }
}
