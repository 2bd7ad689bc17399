package org.shopscore.logistics.webhook.aftership;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shopscore.logistics.webhook.payload.Document;
import org.shopscore.logistics.webhook.payload.Json;
import org.shopscore.logistics.webhook.payload.Unreadable;
import org.shopscore.logistics.webhook.protocol.Answer;
import org.shopscore.logistics.webhook.protocol.Incoming;
import org.shopscore.logistics.webhook.protocol.Outcome;
import org.shopscore.logistics.webhook.protocol.Protocol;
import org.shopscore.logistics.webhook.protocol.Signatures;
import org.shopscore.logistics.webhook.protocol.Verdict;

/** The header {@code aftership-hmac-sha256} signs the body, which names its event. Its time is that of the event and not of the message. */
@ApplicationScoped
public class AfterShipProtocol implements Protocol {

    private static final String HEADER = "aftership-hmac-sha256";
    private static final Pattern EVENT_ID = Pattern.compile("[A-Za-z0-9-]{8,64}");

    @Override
    public String provider() {
        return "aftership";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public Verdict verify(Incoming incoming, List<String> secrets) {
        boolean isGenuine = incoming.header(HEADER)
                .filter(given -> secrets.stream().anyMatch(secret -> signed(given, secret, incoming.body())))
                .isPresent();
        return isGenuine ? new Verdict.Genuine(eventKey(incoming.body())) : new Verdict.Forged();
    }

    @Override
    public Document document(byte[] body) {
        return Document.of(body);
    }

    @Override
    public Answer answer(Outcome outcome, Optional<String> customer) {
        return Answer.of(outcome);
    }

    private static boolean signed(String given, String secret, byte[] body) {
        return Signatures.equal(given, Base64.getEncoder().encodeToString(Signatures.hmacSha256(secret, body)));
    }

    /** A body that cannot be read has no id; it is kept all the same. */
    private static String eventKey(byte[] body) {
        try {
            var id = Json.text(Json.read(Document.of(body)), "event_id");
            return EVENT_ID.matcher(id).matches() ? id : Signatures.hex(Signatures.sha256(body));
        } catch (Unreadable _) {
            return Signatures.hex(Signatures.sha256(body));
        }
    }
}
