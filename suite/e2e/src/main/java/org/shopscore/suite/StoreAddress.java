package org.shopscore.suite;

import org.shopscore.platform.LocalProcess;
import org.shopscore.platform.Platform;

/** How a person reaches a store. */
final class StoreAddress {

    private StoreAddress() {}

    static String of(Platform platform, LocalProcess store) {
        return switch (store.name()) {
            case "postgres" ->
                "postgresql://postgres:postgres@127.0.0.1:" + platform.ports().postgres();
            case "redis" -> platform.redisUrl();
            case "kafka" -> platform.bootstrapServers();
            default -> throw new IllegalArgumentException("not a store: " + store.name());
        };
    }
}
