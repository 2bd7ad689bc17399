package org.shopscore.logistics.webhook.response.xml;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.shopscore.logistics.webhook.payload.Adapter;
import org.shopscore.logistics.webhook.payload.Document;
import org.shopscore.logistics.webhook.payload.History;
import org.shopscore.logistics.webhook.payload.Reading;
import org.shopscore.logistics.webhook.payload.Unreadable;
import org.shopscore.logistics.webhook.payload.WallClock;
import org.shopscore.logistics.webhook.vocabulary.Code;
import org.shopscore.logistics.webhook.vocabulary.StatusCodes;

/** Reads the tracking details of Canada Post, whose times name their zone by letters. */
@ApplicationScoped
public class CanadaPostAdapter implements Adapter {

    private static final String CARRIER = "canadapost";

    /** CSTNO is the central time without summer time, kept in Saskatchewan. */
    private static final Map<String, String> OFFSETS = Map.ofEntries(
            Map.entry("NST", "-03:30"),
            Map.entry("NDT", "-02:30"),
            Map.entry("AST", "-04:00"),
            Map.entry("ADT", "-03:00"),
            Map.entry("EST", "-05:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("CST", "-06:00"),
            Map.entry("CSTNO", "-06:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("MST", "-07:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("PST", "-08:00"),
            Map.entry("PDT", "-07:00"));

    private final StatusCodes codes = StatusCodes.of(CARRIER);

    @Override
    public String provider() {
        return CARRIER;
    }

    @Override
    public Reading read(Document document) throws Unreadable {
        var details = Xml.read(document, "tracking-detail");
        var history = new History(codes);
        for (var event : details.all("occurrence")) {
            history.line(
                    WallClock.read(time(event)),
                    Code.of(event.text("event-identifier")),
                    event.text("event-description"));
        }
        return history.of(CARRIER, details.text("pin"), CARRIER);
    }

    private static String time(Xml event) {
        var zone = OFFSETS.getOrDefault(event.text("event-time-zone"), "");
        return event.text("event-date") + "T" + event.text("event-time") + zone;
    }
}
