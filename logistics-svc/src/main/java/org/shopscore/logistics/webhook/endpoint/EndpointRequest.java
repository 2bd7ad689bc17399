package org.shopscore.logistics.webhook.endpoint;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.webhook.protocol.Protocol;
import org.shopscore.problem.Refused;

/** An endpoint as operators set it up. */
@Schema(name = "WebhookEndpointSettings")
record EndpointRequest(
        @NotNull(message = GIVEN)
        @Size(min = 1, max = 5, message = "must hold 1 to 5")
        @Schema(description = "the newest first; several while one is rotated; never given out again")
        List<@NotNull(message = GIVEN) @Size(max = 200, message = "must have at most 200 characters") String> secrets,

        @Size(max = 50, message = "must hold at most 50")
        @Schema(description = "networks that may send, such as 203.0.113.0/24; none for any")
        List<@NotNull(message = GIVEN) String> sources,

        @Schema(description = "who we are to the provider, such as Kdniao's EBusinessID")
        Optional<@Size(max = 64, message = "must have at most 64 characters") String> customer,

        @Schema(description = "whether it takes pushes; true when not given")
        Optional<Boolean> enabled) {

    static final String GIVEN = "must be given";

    EndpointRequest {
        sources = sources == null ? List.of() : sources;
    }

    /** @throws Refused when a secret cannot verify what the provider sends, or a network is none */
    Endpoint endpoint(EndpointKey key, Protocol protocol) {
        for (int i = 0; i < secrets.size(); i++) {
            var field = "secrets[" + i + "]";
            protocol.fault(secrets.get(i)).ifPresent(fault -> {
                throw Refused.field(400, "invalid-field", field, fault, "a secret");
            });
        }
        return new Endpoint(
                key,
                secrets,
                sources.stream().map(EndpointRequest::network).toList(),
                customer,
                enabled.orElse(true),
                0);
    }

    private static Network network(String text) {
        return Network.of(text)
                .orElseThrow(() -> Refused.field(
                        400, "invalid-field", "sources", "must be addresses or networks such as 203.0.113.0/24", text));
    }
}
