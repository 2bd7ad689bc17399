package org.shopscore.logistics.care.message;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What holds for the messages of all shops. */
@ConfigMapping(prefix = "care.messages")
public interface CareConfig {

    /** Nobody is told of what happened longer ago: a replay of old orders disturbs no buyer. */
    @WithDefault("24H")
    Duration oldest();

    /** How long the delivery log shows the messages of an order that is over. */
    @WithDefault("90D")
    Duration kept();
}
