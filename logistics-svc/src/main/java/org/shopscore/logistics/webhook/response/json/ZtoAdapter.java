package org.shopscore.logistics.webhook.response.json;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import org.shopscore.logistics.webhook.payload.Adapter;
import org.shopscore.logistics.webhook.payload.Document;
import org.shopscore.logistics.webhook.payload.History;
import org.shopscore.logistics.webhook.payload.Json;
import org.shopscore.logistics.webhook.payload.Reading;
import org.shopscore.logistics.webhook.payload.Unreadable;
import org.shopscore.logistics.webhook.payload.WallClock;
import org.shopscore.logistics.webhook.vocabulary.Code;
import org.shopscore.logistics.webhook.vocabulary.StatusCodes;

/** Reads the traces of ZTO (中通). */
@ApplicationScoped
public class ZtoAdapter implements Adapter {

    private static final String CARRIER = "zto";

    private final StatusCodes codes = StatusCodes.of(CARRIER);

    @Override
    public String provider() {
        return CARRIER;
    }

    @Override
    public Reading read(Document document) throws Unreadable {
        var data = Json.object(Json.read(document), "data");
        var history = new History(codes).overall(code(data));
        for (var trace : Json.list(data, "traces")) {
            history.line(
                    WallClock.read(Json.text(trace, "acceptTime")), code(trace), Json.text(trace, "acceptStation"));
        }
        return history.of(CARRIER, Json.text(data, "outWaybillNo"), CARRIER);
    }

    private static Code code(JsonNode told) {
        return Code.of(Json.text(told, "action"));
    }
}
