package org.shopscore.logistics.webhook.intake;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.shopscore.logistics.webhook.protocol.Outcome;
import org.shopscore.logistics.webhook.protocol.Protocols;

/** Counts pushes by what became of them, and notes the refused ones without what they held. */
@ApplicationScoped
class PushLog {

    private static final Logger LOG = Logger.getLogger(PushLog.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~-]{1,100}");
    private static final String OTHER = "other";

    private final MeterRegistry meters;
    private final Protocols protocols;

    PushLog(MeterRegistry meters, Protocols protocols) {
        this.meters = meters;
        this.protocols = protocols;
    }

    void note(Push push, Outcome outcome) {
        count(push.key().provider(), outcome.code());
        if (!outcome.isSuccess()) {
            LOG.infof(
                    "webhook=refused outcome=%s provider=%s endpoint=%s bytes=%d sender=%s",
                    outcome.code(),
                    name(push.key().provider()),
                    name(push.key().endpointId()),
                    push.incoming().body().length,
                    push.sender().map(InetAddress::getHostAddress).orElse("-"));
        }
    }

    /** One that never came to be read: too large, or broken off by its sender. */
    void unread(String provider, String outcome) {
        count(provider, outcome);
        LOG.infof("webhook=refused outcome=%s provider=%s", outcome, name(provider));
    }

    private void count(String provider, String outcome) {
        var known = protocols.of(provider).isPresent() ? provider : OTHER;
        meters.counter("webhook.requests", "provider", known, "outcome", outcome)
                .increment();
    }

    private static String name(String given) {
        return NAME.matcher(given).matches() ? given : OTHER;
    }
}
