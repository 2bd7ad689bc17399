package org.shopscore.problem;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** No stored text holds U+0000, and no store can be asked for one: an address with it is refused before it is. */
class ZeroCharacters {

    private static final String ZERO = "%00";

    @ServerRequestFilter
    public void refuse(UriInfo asked) {
        URI uri = asked.getRequestUri();
        if (uri.getRawPath().contains(ZERO)
                || (uri.getRawQuery() != null && uri.getRawQuery().contains(ZERO))) {
            throw new Refused(400, "invalid-field", "the address must not contain U+0000");
        }
    }
}
