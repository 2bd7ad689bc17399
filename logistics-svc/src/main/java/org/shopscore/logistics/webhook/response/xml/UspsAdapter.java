package org.shopscore.logistics.webhook.response.xml;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.stream.Stream;
import org.shopscore.logistics.webhook.payload.Adapter;
import org.shopscore.logistics.webhook.payload.Document;
import org.shopscore.logistics.webhook.payload.History;
import org.shopscore.logistics.webhook.payload.Reading;
import org.shopscore.logistics.webhook.payload.Unreadable;
import org.shopscore.logistics.webhook.payload.WallClock;
import org.shopscore.logistics.webhook.vocabulary.Code;
import org.shopscore.logistics.webhook.vocabulary.StatusCodes;

/** Reads the track responses of USPS, which answer for many parcels at once, for some of them with an error. */
@ApplicationScoped
public class UspsAdapter implements Adapter {

    private static final String CARRIER = "usps";
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("MMMM d, uuuu[ h:mm a]")
            .toFormatter(Locale.US);

    private final StatusCodes codes = StatusCodes.of(CARRIER);

    @Override
    public String provider() {
        return CARRIER;
    }

    @Override
    public Reading read(Document document) throws Unreadable {
        var reading = Reading.nothing();
        for (var parcel : Xml.read(document, "TrackResponse").all("TrackInfo")) {
            reading = reading.and(parcel(parcel));
        }
        return reading;
    }

    private Reading parcel(Xml parcel) {
        if (!parcel.all("Error").isEmpty()) {
            return Reading.refused("usps answered with its error " + parcel.text("Error", "Number"));
        }
        var history = new History(codes);
        Stream.of("TrackSummary", "TrackDetail")
                .flatMap(name -> parcel.all(name).stream())
                .forEach(event -> history.line(
                        WallClock.read(event.text("EventDate") + " " + event.text("EventTime"), TIME),
                        Code.of(event.text("EventCode")),
                        event.text("Event")));
        return history.of(CARRIER, parcel.attribute("ID"), CARRIER);
    }
}
