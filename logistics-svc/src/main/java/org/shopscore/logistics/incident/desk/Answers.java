package org.shopscore.logistics.incident.desk;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.shopscore.logistics.incident.record.StoredIncident;
import org.shopscore.problem.IfMatch;

/** An exception, with its version to make the next edit from. */
final class Answers {

    static RestResponse<IncidentView> ok(StoredIncident stored) {
        return of(RestResponse.Status.OK, stored);
    }

    static RestResponse<IncidentView> of(RestResponse.Status status, StoredIncident stored) {
        return RestResponse.ResponseBuilder.create(status, IncidentView.of(stored))
                .header(HttpHeaders.ETAG, IfMatch.tag(stored.version()))
                .build();
    }

    private Answers() {}
}
