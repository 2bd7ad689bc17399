package org.shopscore.logistics.webhook.kuaidi100;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shopscore.logistics.region.Region;
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

/** Reads a push, whose result may come in two parts for the two countries of a parcel, and the answer to a query, which is a result alone. */
@ApplicationScoped
public class Kuaidi100Adapter implements Adapter {

    private static final String PROVIDER = "kuaidi100";
    private static final Pattern DIVISION = Pattern.compile("(?:CN)?(\\d{2})(\\d{2})(\\d{2})\\d*");

    private final StatusCodes codes = StatusCodes.of(PROVIDER);
    private final CarrierCodes carriers = CarrierCodes.of(PROVIDER);

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public Reading read(Document document) throws Unreadable {
        var root = Json.read(document);
        if (!root.has("lastResult")) {
            return result(root);
        }
        var first = result(Json.object(root, "lastResult"));
        return root.path("destResult").has("data") ? first.and(result(root.path("destResult"))) : first;
    }

    private Reading result(JsonNode result) throws Unreadable {
        var history = new History(codes).overall(Code.of(Json.text(result, "state")));
        for (var line : Json.list(result, "data")) {
            history.line(
                    WallClock.read(time(line)),
                    Code.of(Json.text(line, "statusCode")).within(Json.text(line, "status")),
                    Json.text(line, "context"),
                    region(Json.text(line, "areaCode")));
        }
        return history.of(carriers, Json.text(result, "com"), Json.text(result, "nu"), PROVIDER);
    }

    /** {@code time} is the carrier's own spelling, {@code ftime} the provider's. */
    private static String time(JsonNode line) {
        var formatted = Json.text(line, "ftime");
        return formatted.isEmpty() ? Json.text(line, "time") : formatted;
    }

    /** {@code CN370112005000} is the county CN-370112, {@code 310000000000} the province CN-31. */
    private static Optional<Region> region(String areaCode) {
        var division = DIVISION.matcher(areaCode);
        return division.matches()
                ? Optional.of(new Region("CN-"
                        + (division.group(1) + division.group(2) + division.group(3)).replaceFirst("(?:00){1,2}$", "")))
                : Optional.empty();
    }
}
