package org.shopscore.logistics.care.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Who brings the messages to the buyers, and how patient we are with him. */
@ConfigMapping(prefix = "care.provider")
interface ProviderConfig {

    /** Where each message is POSTed; without one they are written to a log. */
    Optional<URI> url();

    /** That log; without one it is the service's own. */
    Optional<Path> logFile();

    /** How long one attempt may take. */
    @WithDefault("5S")
    Duration timeout();

    /** How often a message is tried before others are let past it. */
    @Min(2)
    @WithDefault("4")
    int attempts();

    /** Before the second attempt; doubled before each further one. */
    @WithDefault("0.2S")
    Duration firstPause();

    /** Before a message is looked at again after all attempts were in vain; doubled from round to round, up to 32 times. */
    @WithDefault("1M")
    Duration roundPause();

    /** How many messages are handed over at once. */
    @WithDefault("32")
    int inFlight();
}
