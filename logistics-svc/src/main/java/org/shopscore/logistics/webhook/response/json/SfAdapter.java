package org.shopscore.logistics.webhook.response.json;

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

/** Reads the routes of SF Express (顺丰): a list of scans that does not name its waybill. */
@ApplicationScoped
public class SfAdapter implements Adapter {

    private static final String CARRIER = "sf";

    private final StatusCodes codes = StatusCodes.of(CARRIER);

    @Override
    public String provider() {
        return CARRIER;
    }

    @Override
    public Reading read(Document document) throws Unreadable {
        var routes = Json.read(document);
        if (!routes.isArray()) {
            throw new Unreadable("routes must be a list");
        }
        var history = new History(codes);
        for (var route : Json.elements(routes)) {
            history.line(
                    WallClock.read(Json.text(route, "scanDateTime")),
                    Code.of(Json.text(route, "cxPackageStatus")).refinedBy(Json.text(route, "opCode")),
                    Json.text(route, "remark"));
        }
        return history.of(CARRIER, document.waybill(), CARRIER);
    }
}
