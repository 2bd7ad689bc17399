package org.shopscore.logistics.incident.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestResponse;
import org.shopscore.logistics.incident.Move;
import org.shopscore.logistics.incident.record.IncidentCommands;
import org.shopscore.problem.Instants;

/** What all edits of an exception have in common: the version they were made from, and the answer. */
@ApplicationScoped
class Edits {

    static final String STALE = "version-differs";
    static final String NO_VERSION = "version-required";

    private final IncidentCommands commands;
    private final Clock clock;

    Edits(IncidentCommands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** @param detail what changes, for the history */
    Uni<RestResponse<IncidentView>> move(IncidentAddress address, String ifMatch, Move move, String detail) {
        return commands.move(address.incident(), address.shipment(), ifMatch, move, detail)
                .map(Answers::ok);
    }

    Instant now() {
        return clock.instant();
    }

    Instant past(String field, Instant given) {
        return Instants.past(field, given, now());
    }
}
