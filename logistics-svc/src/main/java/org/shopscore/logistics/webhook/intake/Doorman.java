package org.shopscore.logistics.webhook.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.shopscore.logistics.webhook.delivery.Arrival;
import org.shopscore.logistics.webhook.delivery.Inbox;
import org.shopscore.logistics.webhook.endpoint.Endpoint;
import org.shopscore.logistics.webhook.endpoint.Endpoints;
import org.shopscore.logistics.webhook.protocol.Answer;
import org.shopscore.logistics.webhook.protocol.Outcome;
import org.shopscore.logistics.webhook.protocol.Protocol;
import org.shopscore.logistics.webhook.protocol.Protocols;
import org.shopscore.logistics.webhook.protocol.Verdict;

/** Decides what of the pushes comes in. What does not leaves a line in the log and a count, and nothing of itself. */
@ApplicationScoped
class Doorman {

    private static final Logger LOG = Logger.getLogger(Doorman.class);

    private final Protocols protocols;
    private final Endpoints endpoints;
    private final Inbox inbox;
    private final PushLog log;

    Doorman(Protocols protocols, Endpoints endpoints, Inbox inbox, PushLog log) {
        this.protocols = protocols;
        this.endpoints = endpoints;
        this.inbox = inbox;
        this.log = log;
    }

    Uni<Answer> take(Push push) {
        var protocol = protocols.of(push.key().provider());
        if (protocol.isEmpty()) {
            log.note(push, Outcome.UNKNOWN_ENDPOINT);
            return Uni.createFrom().item(Answer.of(Outcome.UNKNOWN_ENDPOINT));
        }
        var endpoint = endpoints.find(push.key());
        return outcome(push, protocol.get(), endpoint)
                .invoke(outcome -> log.note(push, outcome))
                .map(outcome -> protocol.get().answer(outcome, endpoint.flatMap(Endpoint::customer)));
    }

    private Uni<Outcome> outcome(Push push, Protocol protocol, Optional<Endpoint> endpoint) {
        var refusal = refusal(push, protocol, endpoint);
        if (refusal.isPresent()) {
            return Uni.createFrom().item(refusal.get());
        }
        return switch (protocol.verify(push.incoming(), endpoint.orElseThrow().secrets())) {
            case Verdict.Forged _ -> Uni.createFrom().item(Outcome.FORGED);
            case Verdict.Stale _ -> Uni.createFrom().item(Outcome.STALE);
            case Verdict.Genuine genuine -> kept(push, genuine.eventKey());
        };
    }

    private static Optional<Outcome> refusal(Push push, Protocol protocol, Optional<Endpoint> endpoint) {
        if (endpoint.isEmpty()) {
            return Optional.of(Outcome.UNKNOWN_ENDPOINT);
        }
        if (!endpoint.get().enabled()) {
            return Optional.of(Outcome.DISABLED);
        }
        if (push.sender().filter(endpoint.get()::takesFrom).isEmpty()) {
            return Optional.of(Outcome.FOREIGN_SOURCE);
        }
        return push.isOf(protocol.mediaType()) ? Optional.empty() : Optional.of(Outcome.WRONG_TYPE);
    }

    private Uni<Outcome> kept(Push push, String eventKey) {
        var key = push.key();
        return inbox.keep(Arrival.pushed(
                        key.provider(),
                        key.endpointId(),
                        eventKey,
                        push.incoming().body()))
                .map(isNew -> isNew ? Outcome.ACCEPTED : Outcome.REPEATED)
                .onFailure()
                .recoverWithItem(Doorman::notKept);
    }

    private static Outcome notKept(Throwable failure) {
        LOG.warnf("webhook=not-kept cause=%s", failure.getClass().getSimpleName());
        return Outcome.UNAVAILABLE;
    }
}
