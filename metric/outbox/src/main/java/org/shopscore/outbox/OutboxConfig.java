package org.shopscore.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "outbox")
interface OutboxConfig {

    /** The service as {@code ce_source} names it, e.g. {@code /logistics-svc}. */
    String source();

    /** Rows waiting for the broker beyond which commands are answered 503. */
    @WithDefault("200000")
    long maxBacklog();

    /** Management address of score-aggregator-svc, asked for its tiles by a reconcile. */
    @WithDefault("http://127.0.0.1:9000")
    String aggregatorUrl();
}
