package org.shopscore.logistics.webhook.response.json;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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

/** Reads the event histories of Prestige. */
@ApplicationScoped
public class PrestigeAdapter implements Adapter {

    private static final String CARRIER = "prestige";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M/d/uuuu[ h:mm a]", Locale.US);

    private final StatusCodes codes = StatusCodes.of(CARRIER);

    @Override
    public String provider() {
        return CARRIER;
    }

    @Override
    public Reading read(Document document) throws Unreadable {
        var reading = Reading.nothing();
        for (var parcel : Json.elements(Json.read(document))) {
            var history = new History(codes);
            for (var event : Json.list(parcel, "TrackingEventHistory")) {
                history.line(time(event), Code.of(Json.text(event, "EventCode")), Json.text(event, "EventCodeDesc"));
            }
            reading = reading.and(history.of(CARRIER, Json.text(parcel, "TrackingNumber"), CARRIER));
        }
        return reading;
    }

    private static Optional<Instant> time(JsonNode event) {
        return WallClock.read(Json.text(event, "serverDate") + " " + Json.text(event, "serverTime"), TIME);
    }
}
