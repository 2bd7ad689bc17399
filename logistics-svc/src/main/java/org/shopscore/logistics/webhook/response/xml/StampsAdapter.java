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

/** Reads the tracking of Stamps.com, which sells the postage of USPS; the answer does not name its waybill. */
@ApplicationScoped
public class StampsAdapter implements Adapter {

    private static final String PROVIDER = "stamps";
    private static final String CARRIER = "usps";

    private final StatusCodes codes = StatusCodes.of(PROVIDER);

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public Reading read(Document document) throws Unreadable {
        var envelope = Xml.read(document, "Envelope");
        if (!envelope.all("Fault").isEmpty()) {
            return Reading.refused("stamps answered with a fault");
        }
        var history = new History(codes);
        for (var event : envelope.all("TrackingEvent")) {
            history.line(
                    WallClock.read(event.text("Timestamp")),
                    Code.of(event.text("TrackingEventType")),
                    event.text("Event"));
        }
        return history.of(CARRIER, document.waybill(), PROVIDER);
    }
}
