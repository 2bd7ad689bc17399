package org.shopscore.aggregator.policy.dryrun;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.shopscore.aggregator.policy.effect.ShopEffect;
import org.shopscore.aggregator.policy.effect.SizeClass;

/** The shops for which something would differ, each with what was and what becomes. */
@ApplicationScoped
class EffectRows {

    /** Which of them are listed, in what order. */
    enum Which {
        /** Who gains most first. */
        WINNERS("change > 0", "-change"),
        /** Who loses most first. */
        LOSERS("change < 0", "change"),
        /** Those whose figure stays, or who have none on a side. */
        OTHERS("coalesce(change, 0) = 0", "0::numeric");

        private final String query;

        Which(String condition, String order) {
            query = """
                    select *, %2$s as place from policy_dry_run_shop
                     where dry_run_id = $1 and %1$s and ($2::text is null or category_id = $2) and ($3::text is null or size_class = $3)
                       and (%2$s, shop_id) > ($4, $5)
                     order by %2$s, shop_id limit $6
                    """.formatted(condition, order);
        }
    }

    /** @param place what the list is sorted by, before the shop's id */
    record Placed(BigDecimal place, ShopEffect effect) {

        /** Where a list goes on. */
        record After(BigDecimal place, String shopId) {

            /** As the column holds it: 1E200000 is a number as well, and nothing that a database can be asked for. */
            private static final Pattern PLACE = Pattern.compile("-?[0-9]{1,4}(\\.[0-9]{1,2})?");

            /** @throws IllegalArgumentException for a place that the list cannot have given */
            static After of(List<String> key) {
                if (!PLACE.matcher(key.getFirst()).matches()) {
                    throw new IllegalArgumentException("place must match " + PLACE + ", was " + key.getFirst());
                }
                return new After(new BigDecimal(key.getFirst()), key.getLast());
            }
        }
    }

    private static final String STORE = """
            insert into policy_dry_run_shop (dry_run_id, shop_id, category_id, size_class, change, was, becomes)
            select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::numeric[], $6::text[], $7::text[])
            """;

    private final Pool pool;
    private final Texts texts;

    EffectRows(Pool pool, Texts texts) {
        this.pool = pool;
        this.texts = texts;
    }

    Uni<Void> store(SqlClient client, String dryRunId, List<ShopEffect> effects) {
        var differing = effects.stream().filter(ShopEffect::isAny).toList();
        return client.preparedQuery(STORE)
                .execute(Tuple.tuple()
                        .addValue(dryRunId)
                        .addValue(column(differing, ShopEffect::shopId, new String[0]))
                        .addValue(column(differing, effect -> effect.category().orElse(null), new String[0]))
                        .addValue(column(differing, effect -> effect.size().name(), new String[0]))
                        .addValue(column(differing, effect -> effect.change().orElse(null), new BigDecimal[0]))
                        .addValue(column(differing, effect -> texts.write(effect.was()), new String[0]))
                        .addValue(column(differing, effect -> texts.write(effect.becomes()), new String[0])))
                .replaceWithVoid();
    }

    /** @param category null for all, like size */
    Uni<List<Placed>> page(String dryRunId, Which which, String category, String size, Placed.After after, int most) {
        return pool.preparedQuery(which.query)
                .execute(Tuple.tuple()
                        .addValue(dryRunId)
                        .addValue(category)
                        .addValue(size)
                        .addValue(after.place())
                        .addValue(after.shopId())
                        .addValue(most))
                .map(rows -> rows.stream().map(this::placed).toList());
    }

    private Placed placed(Row row) {
        return new Placed(
                row.getBigDecimal("place"),
                new ShopEffect(
                        row.getString("shop_id"),
                        Optional.ofNullable(row.getString("category_id")),
                        SizeClass.valueOf(row.getString("size_class")),
                        texts.outcome(row.getString("was")),
                        texts.outcome(row.getString("becomes"))));
    }

    private static <T> T[] column(List<ShopEffect> effects, Function<ShopEffect, T> of, T[] type) {
        return effects.stream().map(of).toList().toArray(type);
    }
}
