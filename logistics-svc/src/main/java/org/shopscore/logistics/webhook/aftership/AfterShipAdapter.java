package org.shopscore.logistics.webhook.aftership;

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

/** Reads the tracking in an event; its checkpoints are all that is known of the parcel. */
@ApplicationScoped
public class AfterShipAdapter implements Adapter {

    private static final String PROVIDER = "aftership";

    private final StatusCodes codes = StatusCodes.of(PROVIDER);
    private final CarrierCodes carriers = CarrierCodes.of(PROVIDER);

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public Reading read(Document document) throws Unreadable {
        var tracking = Json.object(Json.read(document), "msg");
        var history = new History(codes).overall(code(tracking));
        for (var checkpoint : Json.optionalList(tracking, "checkpoints")) {
            history.line(
                    WallClock.read(Json.text(checkpoint, "checkpoint_time")),
                    code(checkpoint),
                    Json.text(checkpoint, "message"));
        }
        return history.of(carriers, Json.text(tracking, "slug"), Json.text(tracking, "tracking_number"), PROVIDER);
    }

    private static Code code(JsonNode told) {
        return Code.of(Json.text(told, "subtag")).within(Json.text(told, "tag"));
    }
}
