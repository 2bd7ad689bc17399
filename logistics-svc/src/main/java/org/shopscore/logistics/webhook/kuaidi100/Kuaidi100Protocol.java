package org.shopscore.logistics.webhook.kuaidi100;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shopscore.logistics.webhook.payload.Document;
import org.shopscore.logistics.webhook.payload.Unreadable;
import org.shopscore.logistics.webhook.protocol.Answer;
import org.shopscore.logistics.webhook.protocol.Form;
import org.shopscore.logistics.webhook.protocol.Incoming;
import org.shopscore.logistics.webhook.protocol.Outcome;
import org.shopscore.logistics.webhook.protocol.Protocol;
import org.shopscore.logistics.webhook.protocol.Signatures;
import org.shopscore.logistics.webhook.protocol.Verdict;

/** A form of {@code param} and {@code sign}, the MD5 of param and salt. The provider signs no time and names no event. */
@ApplicationScoped
public class Kuaidi100Protocol implements Protocol {

    private static final String PARAM = "param";
    private static final String SIGN = "sign";

    @Override
    public String provider() {
        return "kuaidi100";
    }

    @Override
    public String mediaType() {
        return "application/x-www-form-urlencoded";
    }

    @Override
    public Verdict verify(Incoming incoming, List<String> secrets) {
        var form = Form.of(incoming.body());
        var param = form.flatMap(fields -> fields.field(PARAM));
        var sign = form.flatMap(fields -> fields.field(SIGN)).map(text -> text.toLowerCase(Locale.ROOT));
        if (param.isEmpty() || sign.isEmpty()) {
            return new Verdict.Forged();
        }
        boolean isGenuine =
                secrets.stream().anyMatch(salt -> Signatures.equal(sign.get(), signature(param.get(), salt)));
        return isGenuine
                ? new Verdict.Genuine(Signatures.hex(Signatures.sha256(incoming.body())))
                : new Verdict.Forged();
    }

    @Override
    public Document document(byte[] body) throws Unreadable {
        return Form.of(body)
                .flatMap(form -> form.field(PARAM))
                .map(Document::of)
                .orElseThrow(() -> new Unreadable("the form must have the field param"));
    }

    @Override
    public Answer answer(Outcome outcome, Optional<String> customer) {
        return Answer.of(
                outcome,
                new JsonObject()
                        .put("result", outcome.isSuccess())
                        .put("returnCode", String.valueOf(outcome.status()))
                        .put("message", outcome.message()));
    }

    private static String signature(String param, String salt) {
        return Signatures.hex(Signatures.md5(param.getBytes(UTF_8), salt.getBytes(UTF_8)));
    }
}
