package org.shopscore.logistics.webhook.kdniao;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.shopscore.logistics.webhook.payload.Document;
import org.shopscore.logistics.webhook.payload.Unreadable;
import org.shopscore.logistics.webhook.protocol.Answer;
import org.shopscore.logistics.webhook.protocol.Form;
import org.shopscore.logistics.webhook.protocol.Incoming;
import org.shopscore.logistics.webhook.protocol.Outcome;
import org.shopscore.logistics.webhook.protocol.Protocol;
import org.shopscore.logistics.webhook.protocol.Signatures;
import org.shopscore.logistics.webhook.protocol.Verdict;
import org.shopscore.metric.BusinessDay;

/** A form of {@code RequestData}, {@code RequestType} and {@code DataSign}: base64 of the MD5 of data and key, as hexadecimal text or as bytes. */
@ApplicationScoped
public class KdniaoProtocol implements Protocol {

    private static final String DATA = "RequestData";
    private static final String TYPE = "RequestType";
    private static final String SIGN = "DataSign";
    private static final Set<String> TRACKING = Set.of("101", "102");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Clock clock;

    KdniaoProtocol(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String provider() {
        return "kdniao";
    }

    @Override
    public String mediaType() {
        return "application/x-www-form-urlencoded";
    }

    @Override
    public Verdict verify(Incoming incoming, List<String> secrets) {
        var form = Form.of(incoming.body());
        var data = form.flatMap(fields -> fields.field(DATA));
        var sign = form.flatMap(fields -> fields.field(SIGN));
        if (data.isEmpty() || sign.isEmpty()) {
            return new Verdict.Forged();
        }
        boolean isGenuine = secrets.stream().anyMatch(key -> signed(sign.get(), data.get(), key));
        return isGenuine
                ? new Verdict.Genuine(
                        Signatures.hex(Signatures.sha256(data.get().getBytes(UTF_8))))
                : new Verdict.Forged();
    }

    @Override
    public Document document(byte[] body) throws Unreadable {
        var form = Form.of(body).orElseThrow(() -> new Unreadable("the body must be a form"));
        if (form.field(TYPE).filter(TRACKING::contains).isEmpty()) {
            throw new Unreadable("RequestType must be 101 or 102, which tell of tracking");
        }
        return form.field(DATA)
                .map(Document::of)
                .orElseThrow(() -> new Unreadable("the form must have the field RequestData"));
    }

    @Override
    public Answer answer(Outcome outcome, Optional<String> customer) {
        return Answer.of(
                outcome,
                new JsonObject()
                        .put("EBusinessID", customer.orElse(""))
                        .put("UpdateTime", TIME.format(clock.instant().atZone(BusinessDay.ZONE)))
                        .put("Success", outcome.isSuccess())
                        .put("Reason", outcome.isSuccess() ? "" : outcome.message()));
    }

    private static boolean signed(String sign, String data, String key) {
        byte[] digest = Signatures.md5(data.getBytes(UTF_8), key.getBytes(UTF_8));
        var asText = base64(Signatures.hex(digest).getBytes(UTF_8));
        return Signatures.equal(sign, asText) || Signatures.equal(sign, base64(digest));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
