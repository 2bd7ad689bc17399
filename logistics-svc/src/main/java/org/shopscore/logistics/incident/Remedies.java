package org.shopscore.logistics.incident;

import java.util.Optional;
import org.shopscore.logistics.incident.Remedy.CarrierCompensation;
import org.shopscore.logistics.incident.Remedy.RefundAsked;
import org.shopscore.logistics.incident.Remedy.Reship;

/** The remedies of an incident, by kind. */
public record Remedies(
        Optional<Reship> reship, Optional<RefundAsked> refundAsked, Optional<CarrierCompensation> compensation) {

    public static Remedies none() {
        return new Remedies(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Of one kind the last word counts. */
    Remedies with(Remedy remedy) {
        return switch (remedy) {
            case Reship again -> new Remedies(Optional.of(again), refundAsked, compensation);
            case RefundAsked asked -> new Remedies(reship, Optional.of(asked), compensation);
            case CarrierCompensation paid -> new Remedies(reship, refundAsked, Optional.of(paid));
        };
    }
}
