package org.shopscore.logistics.webhook.standard;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.scan.Incident;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.logistics.webhook.payload.Adapter;
import org.shopscore.logistics.webhook.payload.Document;
import org.shopscore.logistics.webhook.payload.History;
import org.shopscore.logistics.webhook.payload.Json;
import org.shopscore.logistics.webhook.payload.Reading;
import org.shopscore.logistics.webhook.payload.Unreadable;
import org.shopscore.logistics.webhook.payload.WallClock;
import org.shopscore.logistics.webhook.vocabulary.Meaning;

/** Reads {@code {"type":"tracking.updated","data":{carrier, waybill, scans:[{at, status, incident, code, text, region}]}}} in the suite's own words. */
@ApplicationScoped
public class StandardAdapter implements Adapter {

    private static final String PROVIDER = "standard";
    private static final String TYPE = "tracking.updated";
    private static final Pattern CARRIER = Pattern.compile("[a-z0-9-]{2,32}");
    private static final Pattern REGION = Pattern.compile(Region.SHAPE);

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public Reading read(Document document) throws Unreadable {
        var root = Json.read(document);
        if (!TYPE.equals(Json.text(root, "type"))) {
            throw new Unreadable("type must be " + TYPE);
        }
        var data = Json.object(root, "data");
        var carrier = Json.text(data, "carrier");
        if (!CARRIER.matcher(carrier).matches()) {
            throw new Unreadable("carrier must be 2 to 32 lower-case letters, digits or -");
        }
        var history = History.inTheSuitesWords();
        for (var scan : Json.list(data, "scans")) {
            history.told(
                    WallClock.read(Json.text(scan, "at")),
                    meaning(scan),
                    code(scan),
                    Json.text(scan, "text"),
                    Optional.of(Json.text(scan, "region"))
                            .filter(code -> REGION.matcher(code).matches())
                            .map(Region::new));
        }
        return history.of(carrier, Json.text(data, "waybill"), PROVIDER);
    }

    /** Empty when the status is none of the suite's. */
    private static Optional<Meaning> meaning(JsonNode scan) {
        return constant(ScanStatus.values(), Json.text(scan, "status"))
                .map(status -> new Meaning(status, constant(Incident.values(), Json.text(scan, "incident"))));
    }

    private static String code(JsonNode scan) {
        var code = Json.text(scan, "code");
        return code.isEmpty() ? Json.text(scan, "status") : code;
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
    }
}
