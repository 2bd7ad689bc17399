package org.shopscore.logistics.webhook.seventeentrack;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import org.shopscore.logistics.webhook.payload.Adapter;
import org.shopscore.logistics.webhook.payload.Document;
import org.shopscore.logistics.webhook.payload.History;
import org.shopscore.logistics.webhook.payload.Json;
import org.shopscore.logistics.webhook.payload.Reading;
import org.shopscore.logistics.webhook.payload.Unreadable;
import org.shopscore.logistics.webhook.payload.WallClock;
import org.shopscore.logistics.webhook.vocabulary.CarrierCodes;
import org.shopscore.logistics.webhook.vocabulary.Code;
import org.shopscore.logistics.webhook.vocabulary.StatusCodes;

/** Reads the tracking in an event: the events of all carriers that had the parcel are one history. */
@ApplicationScoped
public class SeventeenTrackAdapter implements Adapter {

    private static final String PROVIDER = "17track";

    private final StatusCodes codes = StatusCodes.of(PROVIDER);
    private final CarrierCodes carriers = CarrierCodes.of(PROVIDER);

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public Reading read(Document document) throws Unreadable {
        var data = Json.object(Json.read(document), "data");
        var history = new History(codes).overall(overall(data.path("track_info").path("latest_status")));
        for (var carrier : Json.optionalList(data.path("track_info").path("tracking"), "providers")) {
            for (var event : Json.optionalList(carrier, "events")) {
                history.line(
                        WallClock.read(time(event)),
                        Code.of(Json.text(event, "sub_status")).within(Json.text(event, "stage")),
                        Json.text(event, "description"));
            }
        }
        return history.of(carriers, Json.text(data, "carrier"), Json.text(data, "number"), PROVIDER);
    }

    private static Code overall(JsonNode status) {
        return Code.of(Json.text(status, "sub_status")).within(Json.text(status, "status"));
    }

    /** With an offset when the provider knows one; else in UTC; else as the carrier wrote it. */
    private static String time(JsonNode event) {
        for (var field : new String[] {"time_iso", "time_utc"}) {
            var time = Json.text(event, field);
            if (!time.isEmpty()) {
                return time;
            }
        }
        var raw = event.path("time_raw");
        return (Json.text(raw, "date") + " " + Json.text(raw, "time")).strip();
    }
}
