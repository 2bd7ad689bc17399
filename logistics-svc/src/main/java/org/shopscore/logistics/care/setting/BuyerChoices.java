package org.shopscore.logistics.care.setting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shopscore.logistics.sql.Fields;

/** What buyers have chosen, by shop and by the opaque reference that the platform gives them. */
@ApplicationScoped
public class BuyerChoices {

    /** A buyer as one shop knows it. */
    public record Buyer(String shopId, String buyerRef) {}

    private static final String OF_BUYERS = """
            select shop_id, buyer_ref, opted_out, language, changed_at
              from care_buyer join unnest($1::text[], $2::text[]) as asked(shop_id, buyer_ref) using (shop_id, buyer_ref)""";
    private static final String PUT = """
            insert into care_buyer as known (shop_id, buyer_ref, opted_out, language, changed_at)
            values ($1, $2, $3, $4, $5)
            on conflict (shop_id, buyer_ref) do update
              set opted_out = excluded.opted_out, language = excluded.language, changed_at = excluded.changed_at
            where known.changed_at < excluded.changed_at""";

    private final Pool pool;

    BuyerChoices(Pool pool) {
        this.pool = pool;
    }

    /** Of those who have chosen anything. */
    public Uni<Map<Buyer, BuyerChoice>> of(SqlClient client, Collection<Buyer> buyers) {
        return client.preparedQuery(OF_BUYERS)
                .execute(Tuple.of(
                        buyers.stream().map(Buyer::shopId).toArray(String[]::new),
                        buyers.stream().map(Buyer::buyerRef).toArray(String[]::new)))
                .map(rows -> {
                    var found = new HashMap<Buyer, BuyerChoice>();
                    rows.forEach(row ->
                            found.put(new Buyer(row.getString("shop_id"), row.getString("buyer_ref")), choice(row)));
                    return found;
                });
    }

    Uni<Optional<BuyerChoice>> of(Buyer buyer) {
        return of(pool, List.of(buyer)).map(found -> Optional.ofNullable(found.get(buyer)));
    }

    /** Takes a choice in unless a later one is known; gives the one that holds. */
    Uni<BuyerChoice> put(Buyer buyer, BuyerChoice choice) {
        return pool.preparedQuery(PUT)
                .execute(Tuple.of(
                        buyer.shopId(),
                        buyer.buyerRef(),
                        choice.optedOut(),
                        choice.language().orElse(null),
                        choice.changedAt().atOffset(ZoneOffset.UTC)))
                .chain(() -> of(buyer))
                .map(Optional::orElseThrow);
    }

    private static BuyerChoice choice(Row row) {
        return new BuyerChoice(
                row.getBoolean("opted_out"), Fields.maybeText(row, "language"), Fields.instant(row, "changed_at"));
    }
}
