package org.shopscore.logistics.disruption;

import java.util.List;
import org.shopscore.problem.Refused;

/** Why a report is not taken: what it met, and what is allowed. */
final class Refusals {

    static Refused unknownDisruption(String id) {
        return new Refused(404, "unknown-disruption", "there is no disruption " + id);
    }

    static Refused withdrawn(String id, Disruption.Withdrawn withdrawn) {
        return new Refused(
                        409,
                        "disruption-withdrawn",
                        "disruption " + id + " was withdrawn at " + withdrawn.at() + "; report a new one")
                .with("state", DisruptionView.State.WITHDRAWN)
                .with("allowed", List.of());
    }

    private Refusals() {}
}
