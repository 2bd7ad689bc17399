package org.shopscore.logistics.webhook.response.json;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.shopscore.logistics.webhook.payload.Adapter;
import org.shopscore.logistics.webhook.payload.Document;
import org.shopscore.logistics.webhook.payload.History;
import org.shopscore.logistics.webhook.payload.Json;
import org.shopscore.logistics.webhook.payload.Reading;
import org.shopscore.logistics.webhook.payload.Unreadable;
import org.shopscore.logistics.webhook.payload.WallClock;
import org.shopscore.logistics.webhook.vocabulary.Code;
import org.shopscore.logistics.webhook.vocabulary.StatusCodes;

/** Reads the events of a LaserShip order, which are those of each of its pieces. */
@ApplicationScoped
public class LaserShipAdapter implements Adapter {

    private static final String CARRIER = "lasership";

    private final StatusCodes codes = StatusCodes.of(CARRIER);

    @Override
    public String provider() {
        return CARRIER;
    }

    @Override
    public Reading read(Document document) throws Unreadable {
        var order = Json.read(document);
        var reading = Reading.nothing();
        for (var piece : Json.list(order, "Pieces")) {
            reading = reading.and(history(order).of(CARRIER, Json.text(piece, "TrackingNumber"), CARRIER));
        }
        return reading;
    }

    private History history(JsonNode order) throws Unreadable {
        var history = new History(codes);
        for (var event : Json.list(order, "Events")) {
            history.line(time(event), Code.of(Json.text(event, "EventType")), Json.text(event, "EventShortText"));
        }
        return history;
    }

    private static Optional<Instant> time(JsonNode event) {
        var utc = Json.text(event, "UTCDateTime");
        return WallClock.read(utc.isEmpty() ? Json.text(event, "DateTime") : utc + "Z");
    }
}
