package org.shopscore.logistics.webhook.vocabulary;

import java.util.Optional;

/**
 * What a line says its status is, in the provider's own code.
 *
 * @param raw     empty when the line has no code
 * @param detail  a second code that may refine the first
 * @param broader the provider's own coarser code, for when the first is one that nobody explained yet
 */
public record Code(String raw, Optional<String> detail, Optional<String> broader) {

    public static Code of(String raw) {
        return new Code(raw.strip(), Optional.empty(), Optional.empty());
    }

    public static Code none() {
        return of("");
    }

    public Code refinedBy(String detail) {
        return new Code(raw, given(detail), broader);
    }

    /** The other becomes the code when this one is missing, and explains it when it is unknown. */
    public Code within(String other) {
        return isMissing() ? of(other) : new Code(raw, detail, given(other));
    }

    public boolean isMissing() {
        return raw.isEmpty();
    }

    /** As it is kept with the scan. */
    public String text() {
        return detail.map(more -> raw + "/" + more).orElse(raw);
    }

    private static Optional<String> given(String code) {
        return Optional.of(code.strip()).filter(text -> !text.isEmpty());
    }
}
