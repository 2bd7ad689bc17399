package org.shopscore.logistics.incident.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.incident.Fault;
import org.shopscore.logistics.incident.Handling;
import org.shopscore.logistics.incident.IncidentState;
import org.shopscore.logistics.incident.IncidentType;
import org.shopscore.logistics.incident.Occasion;
import org.shopscore.logistics.incident.Remedies;
import org.shopscore.logistics.incident.Remedy;
import org.shopscore.logistics.incident.ShipmentIncident;
import org.shopscore.logistics.incident.ShipmentIncident.Closed;
import org.shopscore.logistics.incident.ShipmentIncident.Disproved;
import org.shopscore.logistics.incident.ShipmentIncident.InTrace;
import org.shopscore.logistics.incident.ShipmentIncident.Open;
import org.shopscore.logistics.incident.ShipmentIncident.Withdrawn;
import org.shopscore.logistics.incident.record.HistoryStep;
import org.shopscore.logistics.incident.record.IncidentId;
import org.shopscore.logistics.incident.record.IncidentQueries;
import org.shopscore.logistics.incident.record.StoredIncident;
import org.shopscore.problem.PageToken;

/** An exception of a shipment as it is known now. */
@Schema(name = "ShipmentException")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record IncidentView(
        String shopId,
        String shipmentId,
        String exceptionId,
        IncidentType type,
        Occasion occasion,
        Fault fault,
        IncidentState state,
        Instant openedAt,
        String note,
        Optional<String> owner,
        Optional<String> reshipmentId,
        Optional<Instant> refundAskedAt,
        Optional<Remedy.CarrierCompensation> compensation,
        Optional<Instant> closedAt,
        Optional<Instant> withdrawnAt,
        Optional<String> withdrawalReason,

        @Schema(description = "grows by one with each step; name it in If-Match", examples = "1")
        long version) {

    /** Some exceptions, oldest first, and where the list goes on. */
    @Schema(name = "ShipmentExceptions")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<IncidentView> exceptions, Optional<String> nextPageToken) {

        /** @param found one more than the page holds, where there is more */
        static Page of(List<StoredIncident> found, int pageSize) {
            var page = found.stream().limit(pageSize).toList();
            var next = found.size() > pageSize
                    ? Optional.of(token(IncidentQueries.After.of(page.getLast())))
                    : Optional.<String>empty();
            return new Page(page.stream().map(IncidentView::of).toList(), next);
        }

        private static String token(IncidentQueries.After last) {
            return PageToken.of(last.openedAt().toString(), last.key());
        }
    }

    /** How an exception came to be as it is, oldest step first. */
    @Schema(name = "ShipmentExceptionHistory")
    record History(String shopId, String exceptionId, List<HistoryStep> steps) {

        static History of(IncidentId id, List<HistoryStep> steps) {
            return new History(id.shopId(), id.exceptionId(), steps);
        }
    }

    static IncidentView of(StoredIncident stored) {
        var incident = stored.incident();
        var what = incident.occurrence();
        var remedies = incident.handling().map(Handling::remedies).orElse(Remedies.none());
        var withdrawn =
                Optional.of(incident).filter(Withdrawn.class::isInstance).map(Withdrawn.class::cast);
        return new IncidentView(
                stored.id().shopId(),
                stored.told().shipment().shipmentId(),
                stored.id().exceptionId(),
                what.type(),
                what.occasion(),
                what.fault(),
                IncidentState.of(incident),
                what.openedAt(),
                stored.told().note(),
                incident.handling().map(Handling::owner),
                remedies.reship().map(Remedy.Reship::shipmentId),
                remedies.refundAsked().map(Remedy.RefundAsked::at),
                remedies.compensation(),
                closedAt(incident),
                withdrawn.map(Withdrawn::at),
                withdrawn.map(Withdrawn::reason),
                stored.version());
    }

    private static Optional<Instant> closedAt(ShipmentIncident incident) {
        return switch (incident) {
            case Closed closed -> Optional.of(closed.at());
            case Open _, InTrace _, Withdrawn _, Disproved _ -> Optional.empty();
        };
    }
}
