package org.shopscore.logistics.webhook.response.xml;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.shopscore.logistics.webhook.payload.Adapter;
import org.shopscore.logistics.webhook.payload.Document;
import org.shopscore.logistics.webhook.payload.History;
import org.shopscore.logistics.webhook.payload.Reading;
import org.shopscore.logistics.webhook.payload.Unreadable;
import org.shopscore.logistics.webhook.payload.WallClock;
import org.shopscore.logistics.webhook.vocabulary.Code;
import org.shopscore.logistics.webhook.vocabulary.StatusCodes;

/** Reads the track responses of UPS: a status has a type, and a code that may refine it. */
@ApplicationScoped
public class UpsAdapter implements Adapter {

    private static final String CARRIER = "ups";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd[ HHmmss]", Locale.ROOT);

    private final StatusCodes codes = StatusCodes.of(CARRIER);

    @Override
    public String provider() {
        return CARRIER;
    }

    @Override
    public Reading read(Document document) throws Unreadable {
        var response = Xml.read(document, "TrackResponse");
        if (!response.text("ResponseStatusCode").equals("1")) {
            return Reading.refused("ups answered with its error " + response.text("Error", "ErrorCode"));
        }
        var reading = Reading.nothing();
        for (var parcel : response.all("Package")) {
            reading = reading.and(parcel(parcel));
        }
        return reading;
    }

    private Reading parcel(Xml parcel) {
        var history = new History(codes);
        for (var activity : parcel.all("Activity")) {
            history.line(
                    WallClock.read(activity.text("Date") + " " + activity.text("Time"), TIME),
                    Code.of(activity.text("StatusType", "Code")).refinedBy(activity.text("StatusCode", "Code")),
                    activity.text("StatusType", "Description"));
        }
        return history.of(CARRIER, parcel.text("TrackingNumber"), CARRIER);
    }
}
