package org.shopscore.logistics.incident.desk;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.shopscore.logistics.incident.Fault;
import org.shopscore.logistics.incident.IncidentState;
import org.shopscore.logistics.incident.IncidentType;
import org.shopscore.logistics.incident.record.IncidentFilter;
import org.shopscore.logistics.incident.record.IncidentQueries;
import org.shopscore.problem.PageToken;
import org.shopscore.problem.Refused;

/** What a list of exceptions is asked for. */
class ListQuery {

    private static final String PAGE_SIZE = "must be 1 to 200";

    @RestQuery
    Optional<IncidentType> type;

    @RestQuery
    Optional<IncidentState> state;

    @RestQuery
    Optional<String> owner;

    @RestQuery
    Optional<Fault> fault;

    @RestQuery
    @Parameter(description = "that instant excluded")
    Optional<Instant> openedBefore;

    @RestQuery
    @DefaultValue("50")
    @Min(value = 1, message = PAGE_SIZE)
    @Max(value = PageToken.MOST, message = PAGE_SIZE)
    int pageSize;

    @RestQuery
    String pageToken;

    IncidentFilter filter(Optional<String> shopId) {
        return new IncidentFilter(shopId, type, state, owner, fault, openedBefore);
    }

    Optional<IncidentQueries.After> after() {
        return PageToken.read(pageToken, 2).map(key -> new IncidentQueries.After(instant(key), key.getLast()));
    }

    private Instant instant(List<String> key) {
        try {
            return Instant.parse(key.getFirst());
        } catch (DateTimeException _) {
            throw Refused.field(
                    400, "invalid-page-token", "pageToken", "must be one that this list has given", pageToken);
        }
    }
}
