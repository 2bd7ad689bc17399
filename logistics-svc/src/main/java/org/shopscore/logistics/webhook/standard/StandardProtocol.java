package org.shopscore.logistics.webhook.standard;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shopscore.logistics.webhook.payload.Document;
import org.shopscore.logistics.webhook.protocol.Answer;
import org.shopscore.logistics.webhook.protocol.Incoming;
import org.shopscore.logistics.webhook.protocol.Outcome;
import org.shopscore.logistics.webhook.protocol.Protocol;
import org.shopscore.logistics.webhook.protocol.Verdict;

/** Standard Webhooks: id, time and body are signed together (v1), by one or several secrets; five minutes old or ahead is too much. */
@ApplicationScoped
public class StandardProtocol implements Protocol {

    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,128}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Clock clock;

    StandardProtocol(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String provider() {
        return "standard";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public Verdict verify(Incoming incoming, List<String> secrets) {
        var id = incoming.header(Webhook.UNBRANDED_MSG_ID_KEY)
                .filter(text -> ID.matcher(text).matches());
        var at = incoming.header(Webhook.UNBRANDED_MSG_TIMESTAMP_KEY)
                .filter(text -> SECONDS.matcher(text).matches());
        if (id.isEmpty()
                || at.isEmpty()
                || incoming.header(Webhook.UNBRANDED_MSG_SIGNATURE_KEY).isEmpty()) {
            return new Verdict.Forged();
        }
        if (isStale(at)) {
            return new Verdict.Stale();
        }
        boolean isGenuine = secrets.stream().anyMatch(secret -> signed(incoming, secret));
        return isGenuine ? new Verdict.Genuine(id.get()) : new Verdict.Forged();
    }

    @Override
    public Document document(byte[] body) {
        return Document.of(body);
    }

    @Override
    public Answer answer(Outcome outcome, Optional<String> customer) {
        return Answer.of(outcome);
    }

    private boolean isStale(Optional<String> at) {
        long away = at.map(Long::parseLong).orElse(0L) - clock.instant().getEpochSecond();
        return Math.abs(away) > TOLERANCE.toSeconds();
    }

    /** The library takes the body as text, so it must be the text of these very bytes. */
    private static boolean signed(Incoming incoming, String secret) {
        var text = new String(incoming.body(), UTF_8);
        try {
            new Webhook(secret).verify(text, incoming.headers());
            return Arrays.equals(text.getBytes(UTF_8), incoming.body());
        } catch (WebhookVerificationException | EmptyWebhookSecretException _) {
            return false;
        }
    }

    @Override
    public Optional<String> fault(String secret) {
        try {
            int bytes = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")).length;
            return bytes < 24 || bytes > 64 ? Optional.of("must hold 24 to 64 bytes") : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.of("must be base64, with or without whsec_ before it");
        }
    }
}
