package org.shopscore.logistics.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.shopscore.logistics.incident.ShipmentIncident.Closed;
import org.shopscore.logistics.incident.ShipmentIncident.Disproved;
import org.shopscore.logistics.incident.ShipmentIncident.InTrace;
import org.shopscore.logistics.incident.ShipmentIncident.Open;
import org.shopscore.logistics.incident.ShipmentIncident.Standing;
import org.shopscore.logistics.incident.ShipmentIncident.Withdrawn;

/** What people and evidence can do to an incident. */
public record Move(Step step, Function<ShipmentIncident, Optional<ShipmentIncident>> rule) {

    /** Empty when the state does not allow it. */
    public Optional<ShipmentIncident> on(ShipmentIncident incident) {
        return rule.apply(incident);
    }

    public static Move assign(String owner) {
        return new Move(Step.ASSIGNED, incident -> switch (incident) {
            case Open open -> Optional.of(open.takenBy(owner));
            case InTrace trace -> Optional.of(trace.handedTo(owner));
            case Closed _, Withdrawn _, Disproved _ -> Optional.empty();
        });
    }

    /** Allowed also when all is done: whose fault it was may be found late. */
    public static Move attribute(Fault fault) {
        return ofStanding(Step.ATTRIBUTED, standing -> standing.attributed(fault));
    }

    /** Somebody was spoken to; what was said is kept beside the incident. */
    public static Move contact() {
        return ofInTrace(Step.CONTACTED, trace -> trace);
    }

    public static Move settle(Remedy remedy) {
        return ofInTrace(Step.REMEDIED, trace -> trace.settled(remedy));
    }

    /** Closed twice at the same instant is closed once. */
    public static Move close(Instant at) {
        return new Move(Step.CLOSED, incident -> switch (incident) {
            case InTrace trace -> Optional.of(trace.closed(at));
            case Closed closed when closed.at().equals(at) -> Optional.of(closed);
            case Open _, Closed _, Withdrawn _, Disproved _ -> Optional.empty();
        });
    }

    /** Withdrawn twice for the same reason is withdrawn once. */
    public static Move withdraw(Instant at, String reason) {
        return new Move(Step.WITHDRAWN, incident -> switch (incident) {
            case Standing standing -> Optional.of(standing.withdrawn(at, reason));
            case Withdrawn withdrawn when withdrawn.reason().equals(reason) -> Optional.of(withdrawn);
            case Withdrawn _, Disproved _ -> Optional.empty();
        });
    }

    /** The scans that are known now prove it. */
    public static Move prove(Instant at) {
        return new Move(Step.PROVED, incident -> switch (incident) {
            case Standing standing -> Optional.of(standing.proved(at));
            case Disproved disproved -> Optional.of(disproved.proved(at));
            case Withdrawn _ -> Optional.empty();
        });
    }

    /** The scans that are known now do not prove it. */
    public static Move disprove() {
        return ofStanding(Step.DISPROVED, Standing::disproved);
    }

    private static Move ofInTrace(Step step, Function<InTrace, ShipmentIncident> to) {
        return new Move(step, incident -> switch (incident) {
            case InTrace trace -> Optional.of(to.apply(trace));
            case Open _, Closed _, Withdrawn _, Disproved _ -> Optional.empty();
        });
    }

    private static Move ofStanding(Step step, Function<Standing, ShipmentIncident> to) {
        return new Move(step, incident -> switch (incident) {
            case Standing standing -> Optional.of(to.apply(standing));
            case Withdrawn _, Disproved _ -> Optional.empty();
        });
    }
}
