package org.shopscore.logistics.webhook.protocol;

/** What a signature proves. */
public sealed interface Verdict {

    /**
     * The provider sent it.
     *
     * @param eventKey what repeats of it share: the provider's own event id, else the SHA-256 of the body
     */
    record Genuine(String eventKey) implements Verdict {}

    /** No secret of the endpoint signed it, or it is no signed message at all. */
    record Forged() implements Verdict {}

    /** It was signed too long ago, or too far ahead. */
    record Stale() implements Verdict {}
}
