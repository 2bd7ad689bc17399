package org.shopscore.logistics.care.template;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.metric.BusinessDay;

/**
 * What a buyer would read.
 *
 * @param text         for an order of which everything is known
 * @param shortestText for an order of which no more is known than its id
 * @param characters   of {@code text}
 */
@Schema(name = "CarePreview")
record Preview(String text, String shortestText, int characters) {

    private static final ToldOrder EXAMPLE = new ToldOrder(
            "6920251118001",
            Optional.of(new CarrierName("圆通速递", "YTO Express")),
            List.of("YT8000000000001"),
            Optional.of(BusinessDay.start(LocalDate.of(2026, 3, 6))),
            Optional.of(BusinessDay.start(LocalDate.of(2026, 3, 5))));

    static Preview of(Template template, String language) {
        String text = template.render(EXAMPLE.in(language));
        var bare = new ToldOrder(EXAMPLE.orderId(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
        return new Preview(text, template.render(bare.in(language)), text.length());
    }
}
