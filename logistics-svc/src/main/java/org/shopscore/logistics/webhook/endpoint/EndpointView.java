package org.shopscore.logistics.webhook.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.webhook.protocol.Signatures;

/**
 * An endpoint as it is shown.
 *
 * @param secrets the beginning of each secret's SHA-256, which tells two apart and gives neither away
 */
@Schema(name = "WebhookEndpoint")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record EndpointView(
        String provider,
        String endpointId,
        List<String> secrets,
        List<String> sources,
        Optional<String> customer,
        boolean enabled,
        long version) {

    private static final int SHOWN = 8;

    @Schema(name = "WebhookEndpoints")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<EndpointView> endpoints, Optional<String> nextPageToken) {}

    static EndpointView of(Endpoint endpoint) {
        return new EndpointView(
                endpoint.key().provider(),
                endpoint.key().endpointId(),
                endpoint.secrets().stream().map(EndpointView::fingerprint).toList(),
                endpoint.sources().stream().map(Network::toString).toList(),
                endpoint.customer(),
                endpoint.enabled(),
                endpoint.version());
    }

    private static String fingerprint(String secret) {
        return Signatures.hex(Signatures.sha256(secret.getBytes(UTF_8))).substring(0, SHOWN);
    }
}
