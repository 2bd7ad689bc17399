package org.shopscore.logistics.care.setting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.shopscore.problem.IfMatch;
import org.shopscore.problem.Refused;

/** The settings of all shops: what each has chosen, over what is shipped. */
@ApplicationScoped
public class ShopSettings {

    /** @param version 0 for a shop that has never chosen */
    record Versioned(CareSettings settings, long version) {}

    private static final String OF_SHOPS = "select shop_id, choice, version from care_settings where shop_id = any($1)";
    private static final String PUT = """
            insert into care_settings as known (shop_id, choice, version) values ($1, $2, $3 + 1)
            on conflict (shop_id) do update set choice = excluded.choice, version = excluded.version
             where known.version = $3""";

    private final Pool pool;
    private final ShippedSettings shipped;
    private final ObjectMapper json;

    ShopSettings(Pool pool, ShippedSettings shipped, ObjectMapper json) {
        this.pool = pool;
        this.shipped = shipped;
        this.json = json;
    }

    /** The settings of each of the shops. */
    public Uni<Map<String, CareSettings>> of(SqlClient client, Collection<String> shopIds) {
        return versioned(client, shopIds).map(found -> {
            var settings = new HashMap<String, CareSettings>();
            found.forEach((shop, one) -> settings.put(shop, one.settings()));
            return settings;
        });
    }

    Uni<Versioned> of(String shopId) {
        return versioned(pool, java.util.List.of(shopId)).map(found -> found.get(shopId));
    }

    /** Replaces the shop's choice, made from the version that {@code ifMatch} names. */
    Uni<Versioned> put(String shopId, String ifMatch, SettingsChoice choice) {
        CareSettings settings = choice.over(shipped.settings());
        return of(shopId).chain(known -> {
            IfMatch.require(ifMatch, known.version());
            return pool.preparedQuery(PUT)
                    .execute(Tuple.of(shopId, written(choice), known.version()))
                    .map(rows -> stored(rows.rowCount(), new Versioned(settings, known.version() + 1)));
        });
    }

    private static Versioned stored(int rows, Versioned settings) {
        if (rows == 0) {
            throw new Refused(412, "version-differs", "somebody else has edited the settings meanwhile");
        }
        return settings;
    }

    private Uni<Map<String, Versioned>> versioned(SqlClient client, Collection<String> shopIds) {
        return client.preparedQuery(OF_SHOPS)
                .execute(Tuple.of(shopIds.toArray(String[]::new)))
                .map(rows -> {
                    var found = new HashMap<String, Versioned>();
                    shopIds.forEach(shop -> found.put(shop, new Versioned(shipped.settings(), 0)));
                    rows.forEach(row -> found.put(row.getString("shop_id"), versioned(row)));
                    return found;
                });
    }

    private Versioned versioned(Row row) {
        return new Versioned(read(row.getString("choice")).over(shipped.settings()), row.getLong("version"));
    }

    private SettingsChoice read(String choice) {
        try {
            return json.readValue(choice, SettingsChoice.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String written(SettingsChoice choice) {
        try {
            return json.writeValueAsString(choice);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
