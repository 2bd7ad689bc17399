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

/** Reads the track replies of FedEx, in the forms of its versions 5 and 7. */
@ApplicationScoped
public class FedexAdapter implements Adapter {

    private static final String CARRIER = "fedex";

    private final StatusCodes codes = StatusCodes.of(CARRIER);

    @Override
    public String provider() {
        return CARRIER;
    }

    @Override
    public Reading read(Document document) throws Unreadable {
        var reply = Xml.read(document, "TrackReply");
        if (reply.text("HighestSeverity").equals("ERROR")) {
            return Reading.refused("fedex answered with its error " + reply.text("Notifications", "Code"));
        }
        if (reply.text("DuplicateWaybill").equals("true")) {
            return Reading.refused("fedex knows several parcels under one waybill number");
        }
        var reading = Reading.nothing();
        for (var parcel : reply.all("TrackDetails")) {
            reading = reading.and(parcel(parcel));
        }
        return reading;
    }

    private Reading parcel(Xml parcel) {
        if (parcel.text("Notification", "Severity").equals("ERROR")) {
            return Reading.refused("fedex answered with its error " + parcel.text("Notification", "Code"));
        }
        var history = new History(codes);
        for (var event : parcel.all("Events")) {
            history.line(
                    WallClock.read(event.text("Timestamp")),
                    Code.of(event.text("EventType")).refinedBy(event.text("StatusExceptionCode")),
                    (event.text("EventDescription") + " " + event.text("StatusExceptionDescription")).strip());
        }
        return history.of(CARRIER, parcel.text("TrackingNumber"), CARRIER);
    }
}
