package org.shopscore.logistics.incident.desk;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.incident.Fault;
import org.shopscore.logistics.incident.IncidentType;
import org.shopscore.logistics.incident.Occasion;
import org.shopscore.logistics.incident.Occurrence;
import org.shopscore.logistics.incident.record.Told;
import org.shopscore.logistics.masking.Masking;
import org.shopscore.logistics.shipment.ShipmentId;
import org.shopscore.problem.Instants;

/** An exception as somebody saw it. */
@Schema(name = "ShipmentExceptionReport")
record IncidentRequest(
        @NotNull(message = GIVEN) IncidentType type,

        @Schema(description = "the type's usual one unless given")
        Optional<Fault> fault,

        @NotNull(message = GIVEN) @Schema(description = "when it happened", examples = "2026-03-02T02:15:00Z")
        Instant openedAt,

        @Schema(description = "no personal data; what looks like some is masked", examples = "外包装破损，内件外露")
        Optional<@Size(max = MOST, message = AT_MOST) String> note) {

    static final String GIVEN = "must be given";
    static final String AT_MOST = "must have at most 500 characters";
    static final int MOST = 500;

    Told told(ShipmentId shipment) {
        return new Told(shipment, faultOrUsual(), note.map(Masking::mask).orElse(""));
    }

    Occurrence occurrence(Instant now) {
        return new Occurrence(type, Occasion.BY_HAND, faultOrUsual(), Instants.past("openedAt", openedAt, now));
    }

    private Fault faultOrUsual() {
        return fault.orElseGet(type::usualFault);
    }
}
