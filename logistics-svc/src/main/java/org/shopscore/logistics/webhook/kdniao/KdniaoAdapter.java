package org.shopscore.logistics.webhook.kdniao;

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

/** Reads a push, which tells of many waybills, and the answer to a query, which tells of one. */
@ApplicationScoped
public class KdniaoAdapter implements Adapter {

    private static final String PROVIDER = "kdniao";

    private final StatusCodes codes = StatusCodes.of(PROVIDER);
    private final CarrierCodes carriers = CarrierCodes.of(PROVIDER);

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public Reading read(Document document) throws Unreadable {
        var root = Json.read(document);
        if (!root.has("Data")) {
            return waybill(root);
        }
        var reading = Reading.nothing();
        for (var one : Json.list(root, "Data")) {
            reading = reading.and(waybill(one));
        }
        return reading;
    }

    private Reading waybill(JsonNode told) throws Unreadable {
        if (told.path("Success").isBoolean() && !told.path("Success").asBoolean()) {
            return Reading.refused("kdniao has no history of a waybill");
        }
        var history =
                new History(codes).overall(Code.of(Json.text(told, "StateEx")).within(Json.text(told, "State")));
        for (var trace : Json.list(told, "Traces")) {
            history.line(
                    WallClock.read(Json.text(trace, "AcceptTime")),
                    Code.of(Json.text(trace, "Action")),
                    Json.text(trace, "AcceptStation"));
        }
        return history.of(carriers, Json.text(told, "ShipperCode"), Json.text(told, "LogisticCode"), PROVIDER);
    }
}
