package org.shopscore.suite;

import java.net.URI;

/**
 * Where one service answers.
 *
 * @param http       its public API
 * @param management health, metrics and operations
 */
public record Endpoint(URI http, URI management) {

    /** Both on the loopback interface. */
    public static Endpoint local(int httpPort, int managementPort) {
        return new Endpoint(loopback(httpPort), loopback(managementPort));
    }

    private static URI loopback(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
