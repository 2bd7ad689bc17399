package org.shopscore.aggregator.score.impure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Wrong on purpose: the architecture rules must catch it. */
@ApplicationScoped
public class ReadsTheClock {

    Instant now() {
        return Instant.now();
    }
}
