package org.shopscore.logistics.care.setting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shopscore.logistics.care.setting.BuyerChoices.Buyer;
import org.shopscore.logistics.order.OrderId;

/** What the shop and the buyer of an order have chosen, together. */
@ApplicationScoped
public class Wishes {

    private final ShopSettings settings;
    private final BuyerChoices choices;

    Wishes(ShopSettings settings, BuyerChoices choices) {
        this.settings = settings;
        this.choices = choices;
    }

    /** @param buyers of the orders, by the platform's reference; empty for an order that names none */
    public Uni<Map<OrderId, Wish>> of(SqlClient client, Map<OrderId, Optional<String>> buyers) {
        var shops = buyers.keySet().stream().map(OrderId::shopId).collect(Collectors.toSet());
        var named = buyers.entrySet().stream()
                .flatMap(order ->
                        order.getValue().map(ref -> new Buyer(order.getKey().shopId(), ref)).stream())
                .collect(Collectors.toSet());
        return settings.of(client, shops)
                .chain(chosen -> choices.of(client, named)
                        .map(choice -> buyers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, order -> {
                            String shop = order.getKey().shopId();
                            return Wish.of(
                                    chosen.get(shop), order.getValue().map(ref -> choice.get(new Buyer(shop, ref))));
                        }))));
    }
}
