package org.shopscore.logistics.incident;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What happened to the shipment.
 *
 * @param fault    as it is seen now
 * @param openedAt when it happened; of a rule the instant of the evidence, however late that came
 */
public record Occurrence(IncidentType type, Occasion occasion, Fault fault, Instant openedAt) {

    public Occurrence {
        requireNonNull(type, "type");
        requireNonNull(occasion, "occasion");
        requireNonNull(fault, "fault");
        requireNonNull(openedAt, "openedAt");
    }

    Occurrence attributed(Fault to) {
        return new Occurrence(type, occasion, to, openedAt);
    }

    Occurrence proved(Instant at) {
        return new Occurrence(type, occasion, fault, at);
    }
}
