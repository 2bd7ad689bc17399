package org.shopscore.logistics.care.template;

import java.text.ListFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shopscore.metric.BusinessDay;

/**
 * What a text may tell of an order.
 *
 * @param carrier    of its parcels
 * @param waybills   of its parcels; the first three are told
 * @param promisedAt when the buyer is to have it; its day in Asia/Shanghai is told
 * @param arrivingAt when its last parcel is likely to come, as an estimate says; its day is told
 */
public record ToldOrder(
        String orderId,
        Optional<CarrierName> carrier,
        List<String> waybills,
        Optional<Instant> promisedAt,
        Optional<Instant> arrivingAt) {

    private static final int MOST_WAYBILLS = 3;

    /** The same, with an estimate. */
    public ToldOrder arriving(Instant at) {
        return new ToldOrder(orderId, carrier, waybills, promisedAt, Optional.of(at));
    }

    /** As a reader of the language writes it. */
    Map<Placeholder, String> in(String language) {
        Locale reader = Locale.forLanguageTag(language);
        var values = new EnumMap<Placeholder, String>(Placeholder.class);
        values.put(Placeholder.ORDER_ID, orderId);
        carrier.ifPresent(name -> values.put(Placeholder.CARRIER, name.in(reader)));
        if (!waybills.isEmpty()) {
            values.put(Placeholder.WAYBILL, list(reader));
        }
        promisedAt.ifPresent(at -> values.put(Placeholder.PROMISED_DATE, day(at, reader)));
        arrivingAt.ifPresent(at -> values.put(Placeholder.ETA, day(at, reader)));
        return values;
    }

    private String list(Locale reader) {
        return ListFormat.getInstance(reader, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                .format(waybills.stream().limit(MOST_WAYBILLS).toList());
    }

    private static String day(Instant at, Locale reader) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .localizedBy(reader)
                .format(BusinessDay.of(at));
    }
}
