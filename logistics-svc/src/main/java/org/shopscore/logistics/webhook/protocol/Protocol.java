package org.shopscore.logistics.webhook.protocol;

import java.util.List;
import java.util.Optional;
import org.shopscore.logistics.webhook.payload.Document;
import org.shopscore.logistics.webhook.payload.Unreadable;

/** How one provider pushes: what it signs, what names an event, and what it wants to hear. */
public interface Protocol {

    /** As the address names it. */
    String provider();

    /** The one media type that it sends. */
    String mediaType();

    /** Checks the signature over the bytes as they came, in a time that tells nothing of the secret. */
    Verdict verify(Incoming incoming, List<String> secrets);

    /** What the adapter reads, out of a body that was verified. */
    Document document(byte[] body) throws Unreadable;

    /** @param customer who we are to the provider; empty when no endpoint says it */
    Answer answer(Outcome outcome, Optional<String> customer);

    /** What is wrong with a secret; empty when the provider's messages can be verified with it. */
    default Optional<String> fault(String secret) {
        return secret.length() < 8 ? Optional.of("must have at least 8 characters") : Optional.empty();
    }
}
