package org.shopscore.logistics.webhook.seventeentrack;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shopscore.logistics.webhook.payload.Document;
import org.shopscore.logistics.webhook.protocol.Answer;
import org.shopscore.logistics.webhook.protocol.Incoming;
import org.shopscore.logistics.webhook.protocol.Outcome;
import org.shopscore.logistics.webhook.protocol.Protocol;
import org.shopscore.logistics.webhook.protocol.Signatures;
import org.shopscore.logistics.webhook.protocol.Verdict;

/** The header {@code sign} is the SHA-256 of body, slash and key. The provider signs no time and names no event. */
@ApplicationScoped
public class SeventeenTrackProtocol implements Protocol {

    private static final String HEADER = "sign";

    @Override
    public String provider() {
        return "17track";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public Verdict verify(Incoming incoming, List<String> secrets) {
        boolean isGenuine = incoming.header(HEADER)
                .map(given -> given.toLowerCase(Locale.ROOT))
                .filter(given ->
                        secrets.stream().anyMatch(key -> Signatures.equal(given, signature(incoming.body(), key))))
                .isPresent();
        return isGenuine
                ? new Verdict.Genuine(Signatures.hex(Signatures.sha256(incoming.body())))
                : new Verdict.Forged();
    }

    @Override
    public Document document(byte[] body) {
        return Document.of(body);
    }

    @Override
    public Answer answer(Outcome outcome, Optional<String> customer) {
        return Answer.of(outcome);
    }

    private static String signature(byte[] body, String key) {
        return Signatures.hex(Signatures.sha256(body, ("/" + key).getBytes(UTF_8)));
    }
}
