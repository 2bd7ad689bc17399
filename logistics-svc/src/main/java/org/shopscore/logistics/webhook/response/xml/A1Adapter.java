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

/** Reads the tracking responses of A1, in the form that Amazon asks of its carriers. */
@ApplicationScoped
public class A1Adapter implements Adapter {

    private static final String CARRIER = "a1";

    private final StatusCodes codes = StatusCodes.of(CARRIER);

    @Override
    public String provider() {
        return CARRIER;
    }

    @Override
    public Reading read(Document document) throws Unreadable {
        var response = Xml.read(document, "AmazonTrackingResponse");
        if (!response.all("TrackingErrorInfo").isEmpty()) {
            return Reading.refused("a1 answered with its error " + response.text("ErrorDetailCode"));
        }
        var history = new History(codes);
        for (var event : response.all("TrackingEventDetail")) {
            history.line(
                    WallClock.read(event.text("EventDateTime")),
                    Code.of(event.text("EventCode")),
                    event.text("EventCodeDesc"));
        }
        return history.of(CARRIER, response.text("PackageTrackingInfo", "TrackingNumber"), CARRIER);
    }
}
