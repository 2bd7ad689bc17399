package org.shopscore.logistics.order;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a feed tells of an order that exists: one instant each. */
final class Told {

    private static final String GIVEN = OrderRequest.GIVEN;

    @Schema(name = "Pickup")
    record Pickup(
            @NotNull(message = GIVEN) @Schema(examples = "2026-03-02T01:00:00Z")
            Instant pickedUpAt) {}

    @Schema(name = "Signature")
    record Signature(
            @NotNull(message = GIVEN) @Schema(examples = "2026-03-04T09:30:00Z")
            Instant signedAt) {}

    @Schema(name = "Cancellation")
    record Cancellation(
            @NotNull(message = GIVEN) @Schema(examples = "2026-03-01T06:00:00Z")
            Instant cancelledAt) {}

    @Schema(name = "Refund")
    record Refund(
            @NotNull(message = GIVEN) @Schema(examples = "2026-03-01T04:00:30Z")
            Instant refundedAt) {}

    private Told() {}
}
