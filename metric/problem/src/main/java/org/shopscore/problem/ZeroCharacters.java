package org.shopscore.problem;

import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** No stored text holds U+0000, and no store can be asked for one: an address with it is refused before it is. */
class ZeroCharacters {

    private static final String ZERO = "%00";

    @ServerRequestFilter
    public void refuse(HttpServerRequest asked) {
        if (asked.uri().contains(ZERO)) {
            throw new Refused(400, "invalid-field", "the address must not contain U+0000");
        }
    }
}
