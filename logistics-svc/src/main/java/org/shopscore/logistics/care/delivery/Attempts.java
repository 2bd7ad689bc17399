package org.shopscore.logistics.care.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.shopscore.logistics.care.message.Outcome;

/**
 * One round of attempts at the provider. When all were in vain the message waits for another round, and lets the others past:
 * what was settled at its first hand-over (quiet hours, overtaking, age) is then settled anew.
 */
@ApplicationScoped
class Attempts {

    private static final Logger LOG = Logger.getLogger(Attempts.class);
    private static final int MOST_DOUBLINGS = 5;

    private final Provider provider;
    private final ProviderConfig config;
    private final Clock clock;

    Attempts(Provider provider, ProviderConfig config, Clock clock) {
        this.provider = provider;
        this.config = config;
        this.clock = clock;
    }

    /** @param before attempts of earlier rounds */
    Uni<Outcome> hand(Letter letter, int before) {
        var made = new AtomicInteger();
        return Uni.createFrom()
                .deferred(() -> {
                    made.incrementAndGet();
                    return provider.hand(letter.notification());
                })
                .onFailure()
                .retry()
                .withBackOff(config.firstPause(), config.timeout())
                .atMost(config.attempts() - 1L)
                .map(answer -> outcome(letter, answer, made.get()))
                .onFailure()
                .recoverWithItem(failure -> later(letter, before + made.get(), made.get(), failure));
    }

    private static Outcome outcome(Letter letter, Answer answer, int made) {
        return switch (answer) {
            case Answer.Taken _ -> Outcome.sent(letter.key(), made);
            case Answer.Refused refused -> {
                LOG.warnf(
                        "care-message=%s state=REJECTED reason=\"%s\"",
                        letter.notification().messageId(), refused.reason());
                yield Outcome.rejected(letter.key(), refused.reason(), made);
            }
        };
    }

    private Outcome later(Letter letter, int attempts, int made, Throwable failure) {
        int doublings = Math.min(MOST_DOUBLINGS, Math.max(0, attempts / config.attempts() - 1));
        var until = clock.instant().plus(config.roundPause().multipliedBy(1L << doublings));
        LOG.warnf(
                "care-message=%s state=WAITING attempts=%d until=%s cause=\"%s\"",
                letter.notification().messageId(), attempts, until, failure.getMessage());
        return Outcome.waits(letter.key(), until, made);
    }
}
