package org.shopscore.logistics.webhook.response.xml;

import jakarta.enterprise.context.ApplicationScoped;
import org.shopscore.logistics.webhook.payload.Adapter;
import org.shopscore.logistics.webhook.payload.Document;
import org.shopscore.logistics.webhook.payload.History;
import org.shopscore.logistics.webhook.payload.Reading;
import org.shopscore.logistics.webhook.payload.Unreadable;
import org.shopscore.logistics.webhook.payload.WallClock;
import org.shopscore.logistics.webhook.vocabulary.Code;
import org.shopscore.logistics.webhook.vocabulary.StatusCodes;

/** Reads the tracking responses of DHL Express. Who signed is a field of its own and is not read. */
@ApplicationScoped
public class DhlAdapter implements Adapter {

    private static final String CARRIER = "dhl";

    private final StatusCodes codes = StatusCodes.of(CARRIER);

    @Override
    public String provider() {
        return CARRIER;
    }

    @Override
    public Reading read(Document document) throws Unreadable {
        var reading = Reading.nothing();
        for (var parcel : Xml.read(document, "TrackingResponse").all("AWBInfo")) {
            reading = reading.and(parcel(parcel));
        }
        return reading;
    }

    private Reading parcel(Xml parcel) {
        if (!parcel.text("ActionStatus").equalsIgnoreCase("success")) {
            return Reading.refused("dhl answered with its error " + parcel.text("ConditionCode"));
        }
        var history = new History(codes);
        for (var event : parcel.all("ShipmentEvent")) {
            history.line(
                    WallClock.read(event.text("Date") + "T" + event.text("Time")),
                    Code.of(event.text("ServiceEvent", "EventCode")),
                    event.text("ServiceEvent", "Description"));
        }
        return history.of(CARRIER, parcel.text("AWBNumber"), CARRIER);
    }
}
