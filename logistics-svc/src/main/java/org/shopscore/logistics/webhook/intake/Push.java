package org.shopscore.logistics.webhook.intake;

import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shopscore.logistics.webhook.endpoint.EndpointKey;
import org.shopscore.logistics.webhook.protocol.Incoming;

/** A push as it came, and from where. */
final class Push {

    private static final String CONTENT_TYPE = "content-type";

    private final EndpointKey key;
    private final SocketAddress sender;
    private final Incoming incoming;

    Push(String provider, String endpointId, Map<String, List<String>> headers, SocketAddress sender, byte[] body) {
        this.key = new EndpointKey(provider, endpointId);
        this.sender = sender;
        this.incoming = new Incoming(body == null ? new byte[0] : body, headers);
    }

    EndpointKey key() {
        return key;
    }

    Incoming incoming() {
        return incoming;
    }

    Optional<InetAddress> sender() {
        return Optional.ofNullable(sender).map(SocketAddress::hostAddress).map(InetAddress::ofLiteral);
    }

    /** Whatever stands behind the type, such as a charset, does not matter. */
    boolean isOf(String mediaType) {
        return incoming.header(CONTENT_TYPE)
                .map(given -> given.split(";", 2)[0].strip())
                .filter(mediaType::equalsIgnoreCase)
                .isPresent();
    }
}
