package org.shopscore.logistics.care.template;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.shopscore.logistics.care.stage.Stage;
import org.shopscore.logistics.sql.Fields;
import org.shopscore.problem.IfMatch;
import org.shopscore.problem.Refused;

/** The texts that shops have written themselves. */
@ApplicationScoped
class ShopTemplates {

    /**
     * @param text    empty when the shop went back to the shipped one
     * @param version 0 for a text that no shop has written
     */
    record Stored(String shopId, Stage stage, String language, Optional<String> text, long version) {

        Stored become(Optional<String> text) {
            return new Stored(shopId, stage, language, text, version + 1);
        }
    }

    private static final String OF_SHOPS = "select shop_id, stage, language, text, version from care_template"
            + " where shop_id = any($1) order by shop_id, language, stage";
    private static final String PUT = """
            insert into care_template as known (shop_id, stage, language, text, version) values ($1, $2, $3, $4, $5)
            on conflict (shop_id, stage, language) do update set text = excluded.text, version = excluded.version
             where known.version = excluded.version - 1""";

    private final Pool pool;

    ShopTemplates(Pool pool) {
        this.pool = pool;
    }

    Uni<List<Stored>> of(SqlClient client, Collection<String> shopIds) {
        return client.preparedQuery(OF_SHOPS)
                .execute(Tuple.of(shopIds.toArray(String[]::new)))
                .map(rows -> rows.stream().map(ShopTemplates::stored).toList());
    }

    Uni<List<Stored>> of(String shopId) {
        return of(pool, List.of(shopId));
    }

    Uni<Stored> of(String shopId, Stage stage, String language) {
        return of(shopId)
                .map(all -> all.stream()
                        .filter(one -> one.stage() == stage && one.language().equals(language))
                        .findFirst()
                        .orElseGet(() -> new Stored(shopId, stage, language, Optional.empty(), 0)));
    }

    /** Replaces the shop's text by a new one or by none, made from the version that {@code ifMatch} names. */
    Uni<Stored> put(String shopId, Stage stage, String language, String ifMatch, Optional<String> text) {
        return of(shopId, stage, language).chain(known -> {
            IfMatch.require(ifMatch, known.version());
            return save(known.become(text));
        });
    }

    private Uni<Stored> save(Stored next) {
        return pool.preparedQuery(PUT)
                .execute(Tuple.of(
                        next.shopId(),
                        next.stage().name(),
                        next.language(),
                        next.text().orElse(null),
                        next.version()))
                .map(rows -> {
                    if (rows.rowCount() == 0) {
                        throw new Refused(412, "version-differs", "somebody else has edited the text meanwhile");
                    }
                    return next;
                });
    }

    private static Stored stored(Row row) {
        return new Stored(
                row.getString("shop_id"),
                Stage.valueOf(row.getString("stage")),
                row.getString("language"),
                Fields.maybeText(row, "text"),
                row.getLong("version"));
    }
}
