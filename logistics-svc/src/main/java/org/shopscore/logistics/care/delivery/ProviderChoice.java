package org.shopscore.logistics.care.delivery;

import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The provider that the configuration names. */
class ProviderChoice {

    @Produces
    @Singleton
    Provider provider(ProviderConfig config, Vertx vertx) {
        return config.url()
                .<Provider>map(url -> new HttpProvider(vertx, url, config.timeout()))
                .orElseGet(() -> new LogProvider(config.logFile()));
    }
}
