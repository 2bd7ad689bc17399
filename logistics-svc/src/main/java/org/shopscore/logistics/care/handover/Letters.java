package org.shopscore.logistics.care.handover;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.shopscore.logistics.care.message.Pending;
import org.shopscore.logistics.care.outlook.Outlook;
import org.shopscore.logistics.care.outlook.Outlooks;
import org.shopscore.logistics.care.template.Templates;
import org.shopscore.logistics.order.OrderId;
import org.shopscore.logistics.tracking.ExpectedArrivals;

/** Writes the messages that are to be sent now, and says of the others why not. */
@ApplicationScoped
class Letters {

    private final Outlooks outlooks;
    private final Templates templates;
    private final ExpectedArrivals arrivals;

    Letters(Outlooks outlooks, Templates templates, ExpectedArrivals arrivals) {
        this.outlooks = outlooks;
        this.templates = templates;
        this.arrivals = arrivals;
    }

    Uni<List<HandedOver>> of(SqlConnection connection, List<Pending> due) {
        return outlooks.of(connection, due)
                .chain(known -> templates
                        .of(connection, shops(known))
                        .chain(texts -> arrivals.of(telling(known, texts))
                                .map(eta -> known.stream()
                                        .map(outlook -> HandedOver.of(outlook, texts, eta))
                                        .toList())));
    }

    private static List<OrderId> telling(List<Outlook> outlooks, Templates.Shelf texts) {
        return outlooks.stream()
                .filter(outlook -> HandedOver.tellsOfArrival(outlook, texts))
                .map(outlook -> outlook.message().key().order())
                .distinct()
                .toList();
    }

    private static List<String> shops(List<Outlook> outlooks) {
        return outlooks.stream()
                .map(outlook -> outlook.message().key().order().shopId())
                .distinct()
                .toList();
    }
}
